package io.travelsuite.security.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.data.KeyEncryption;
import io.travelsuite.security.data.WrappedKey;
import io.travelsuite.security.key.Hkdf;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one backup, made by chance, and the header that holds it: wrapped by a key that
 * encrypts keys, whose id stands beside it, and a salt. From key and salt HKDF makes one key for
 * each use.
 */
final class BackupKey {

  static final int MOST_HEADER = 5_000;

  private static final String FORM = "travelsuite-backup/1";
  private static final String CONTEXT = "travelsuite/backup";
  private static final int KEY_BYTES = 32;
  private static final int SALT_BYTES = 16;
  private static final Pattern HEADER =
      Pattern.compile(FORM + " ([!-~]+) ([!-~]+) ([A-Za-z0-9+/]{22}==)");

  private final String header;
  private final String wrappedBy;
  private final byte[] salt;
  private final Secret key;

  private BackupKey(String header, WrappedKey wrapped, byte[] salt, Secret key) {
    this.header = header;
    this.wrappedBy = wrapped.wrappedBy();
    this.salt = salt;
    this.key = key;
  }

  static BackupKey make(KeyEncryption keys) {
    SecureRandom random = new SecureRandom();
    byte[] key = new byte[KEY_BYTES];
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(key);
    random.nextBytes(salt);
    Secret secret = Secret.of(key);
    WrappedKey wrapped = keys.wrap(secret, CONTEXT);
    String text = Base64.getEncoder().encodeToString(salt);
    String header = FORM + " " + wrapped.wrappedBy() + " " + wrapped.text() + " " + text;
    return new BackupKey(header, wrapped, salt, secret);
  }

  /**
   * The key of a header.
   *
   * @throws BackupException if it is no header
   * @throws io.travelsuite.security.data.KeyUnavailableException if its key can't be unwrapped
   */
  static BackupKey of(String header, KeyEncryption keys) {
    Matcher parts = HEADER.matcher(header);
    if (header.length() > MOST_HEADER || !parts.matches()) {
      throw BackupException.refused("this is no backup: its header is of another form");
    }
    try {
      WrappedKey wrapped = new WrappedKey(parts.group(1), parts.group(2));
      byte[] salt = Base64.getDecoder().decode(parts.group(3));
      return new BackupKey(header, wrapped, salt, keys.unwrap(wrapped, CONTEXT));
    } catch (InvalidRequestException | IllegalArgumentException malformed) {
      throw BackupException.refused("this is no backup: its header is of another form");
    }
  }

  String header() {
    return header;
  }

  String wrappedBy() {
    return wrappedBy;
  }

  /** What seals the chunks of the stream, from the first on. */
  ChunkCipher chunks() {
    return new ChunkCipher(new SecretKeySpec(derived("stream"), "AES"), header.getBytes(UTF_8));
  }

  /** A key for one use. */
  byte[] derived(String use) {
    return Hkdf.derive(key.bytes(), salt, (CONTEXT + "/1/" + use).getBytes(UTF_8), KEY_BYTES);
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "BackupKey[" + wrappedBy + "]";
  }
}
