package io.travelsuite.security.password;

import io.travelsuite.RefusedException;

/** What {@link Passwords#hash} answers: {@link Hashed} or {@link HashingBusy}. */
public sealed interface HashResult permits HashResult.Hashed, HashingBusy {

  /**
   * The hash was made.
   *
   * @param hash to be stored, about 100 characters of ASCII
   */
  record Hashed(String hash) implements HashResult {

    /** Not the hash: who reads it in a log may try passwords on it. */
    @Override
    public String toString() {
      return "Hashed[hidden]";
    }
  }

  /**
   * {@return the hash}
   *
   * @throws RefusedException if hashing is busy
   */
  default String orElseThrow() {
    if (this instanceof Hashed hashed) {
      return hashed.hash();
    }
    throw new RefusedException(this);
  }
}
