package io.travelsuite.security.readiness;

import java.time.Instant;

/**
 * The newest backup.
 *
 * @param last when it was made
 * @param encrypted whether it is encrypted
 * @param elsewhere whether it is at another place than the database
 * @param restoreTested when one was last restored and verified
 */
public record BackupFacts(
    Instant last, boolean encrypted, boolean elsewhere, Instant restoreTested) {}
