package io.travelsuite.security.backup;

import java.time.Instant;

/**
 * What a backup holds; authenticated by its key.
 *
 * @param name the backup's name in its folder
 * @param begunAt when the dump began: what was committed later may not be in it
 * @param content what was dumped
 * @param dump the dump's length and fingerprint
 * @param file the sealed file's
 * @param keyId the id of the key that wrapped the backup's
 */
public record BackupManifest(
    String name,
    Instant begunAt,
    DumpContent content,
    StreamSum dump,
    StreamSum file,
    String keyId) {}
