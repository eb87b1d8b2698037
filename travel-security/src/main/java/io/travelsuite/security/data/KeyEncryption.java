package io.travelsuite.security.data;

import io.travelsuite.secret.Secret;

/**
 * What encrypts data keys: a {@link KeyRing} of this machine, Vault's transit engine, AWS KMS.
 *
 * <p>Each data key is bound to a context, the subject it belongs to: it unwraps for that one only.
 * An implementation is safe for use by many threads.
 */
public interface KeyEncryption {

  /**
   * Encrypts a data key by the current key.
   *
   * @param key 32 bytes
   * @param context what it is bound to; no secret, not stored by this method
   * @return the encrypted key
   * @throws KeyUnavailableException if it can't be done
   */
  WrappedKey wrap(Secret key, String context);

  /**
   * Decrypts a data key, also one of an earlier key.
   *
   * @param key as {@link #wrap} gave it
   * @param context the same as then
   * @return the data key
   * @throws KeyUnavailableException if it can't be done, or is refused
   */
  Secret unwrap(WrappedKey key, String context);

  /**
   * {@return the id that {@link #wrap} would name now; keys wrapped by others are to be wrapped
   * anew}
   *
   * @throws KeyUnavailableException if it can't be told
   */
  String currentId();
}
