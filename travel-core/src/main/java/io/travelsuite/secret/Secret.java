package io.travelsuite.secret;

import io.travelsuite.InvalidRequestException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A key, password or token: what must never be seen in a log, an exception or a dump of a record.
 * {@link #toString} never shows it, and it is not serializable. Immutable and safe for use by many
 * threads.
 *
 * <p>An empty secret is refused at construction: a verifier given one would accept what anybody
 * signs.
 */
public final class Secret {

  private final byte[] bytes;

  private Secret(byte[] bytes) {
    InvalidRequestException.unless(bytes.length > 0, "secret", "(empty)", "must not be empty");
    this.bytes = bytes;
  }

  /**
   * A secret of a text's UTF-8 bytes.
   *
   * @param text the secret, not blank
   * @return the secret
   * @throws InvalidRequestException if it is blank
   */
  public static Secret of(String text) {
    InvalidRequestException.unless(!text.isBlank(), "secret", "(blank)", "must not be blank");
    return new Secret(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A secret of bytes.
   *
   * @param bytes the secret, copied, not empty
   * @return the secret
   * @throws InvalidRequestException if it is empty
   */
  public static Secret of(byte[] bytes) {
    return new Secret(bytes.clone());
  }

  /** {@return the secret's bytes, a copy} */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * {@return the secret as text, its bytes read as UTF-8: for a header or a driver, never a log}
   */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Whether some bytes are this secret, in a time that tells nothing of where they differ.
   *
   * @param presented the bytes somebody presented
   * @return whether they are equal
   */
  public boolean matches(byte[] presented) {
    return MessageDigest.isEqual(bytes, presented);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && matches(secret.bytes);
  }

  /** A constant: a hash of the secret would tell of it. */
  @Override
  public int hashCode() {
    return 1;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
