package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key that seals fields: AES with 256 bits, and the number by which a ciphertext names it among
 * the keys of its subject. Thread-safe.
 *
 * <p>It seals at most 2<sup>28</sup> fields in one process: sixteen processes that all spend that
 * bound stay within the 2<sup>32</sup> of NIST SP 800-38D (see {@link FieldCipher}).
 */
public final class DataKey {

  /** Fields that one process seals with a key at most. */
  public static final long MOST_SEALS = 1L << 28;

  private final int id;
  private final SecretKey key;
  private final long most;
  private final AtomicLong seals = new AtomicLong();

  /**
   * A key.
   *
   * @param id its number, 1 or more
   * @param key 32 bytes made by chance
   */
  public DataKey(int id, Secret key) {
    this(id, key, MOST_SEALS);
  }

  DataKey(int id, Secret key, long most) {
    unless(id >= 1, "id", id, "must be 1 or more");
    byte[] bytes = key.bytes();
    unless(bytes.length == Aead.KEY_BYTES, "key", "(hidden)", "must have 32 bytes");
    this.id = id;
    this.key = new SecretKeySpec(bytes, "AES");
    this.most = most;
  }

  /** {@return the key's number} */
  public int id() {
    return id;
  }

  SecretKey key() {
    return key;
  }

  void countSeal() {
    if (seals.incrementAndGet() > most) {
      throw new IllegalStateException("a data key has sealed " + most + " fields: rotate it");
    }
  }

  /** Never shows the key. */
  @Override
  public String toString() {
    return "DataKey[" + id + "]";
  }
}
