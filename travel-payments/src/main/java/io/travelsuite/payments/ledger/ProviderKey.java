package io.travelsuite.payments.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The idempotency keys a provider is given: a pure function of scope, key and operation, so that
 * whoever repeats an operation, after whatever crash, repeats it under the same key.
 */
public final class ProviderKey {

  /** Sixteen letters for sixteen values: neither a card number nor a word can come out. */
  private static final String LETTERS = "bcdfghjklmnpqrst";

  private ProviderKey() {}

  /**
   * {@return the key for one operation}
   *
   * @param scope whose payment
   * @param key the host's key of the payment
   * @param operation what is done: {@code authorize}, {@code refund/} and the refund's key, …
   */
  public static String of(Account scope, String key, String operation) {
    return letters(digest(scope, key, operation), 20);
  }

  /** The first bytes of a digest in two letters each. */
  static String letters(byte[] digest, int bytes) {
    StringBuilder text = new StringBuilder(2 * bytes);
    for (int i = 0; i < bytes; i++) {
      text.append(LETTERS.charAt(digest[i] >> 4 & 15)).append(LETTERS.charAt(digest[i] & 15));
    }
    return text.toString();
  }

  /** Each part behind its length: no two lists of parts give the same bytes. */
  static byte[] digest(Account scope, String... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      update(sha, scope.operator().toString());
      update(sha, scope.provider());
      update(sha, scope.mode().name());
      for (String part : parts) {
        update(sha, part);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }

  private static void update(MessageDigest sha, String part) {
    byte[] bytes = part.getBytes(UTF_8);
    sha.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    sha.update(bytes);
  }
}
