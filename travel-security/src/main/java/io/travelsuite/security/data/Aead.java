package io.travelsuite.security.data;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/** AES-256-GCM of the JDK with a nonce of 96 bits and a tag of 128 (NIST SP 800-38D). */
final class Aead {

  static final int KEY_BYTES = 32;
  static final int NONCE_BYTES = 12;
  static final int TAG_BYTES = 16;

  private static final int TAG_BITS = 8 * TAG_BYTES;

  private Aead() {}

  /** Writes the ciphertext with its tag into {@code out}, from {@code at} on, behind the nonce. */
  static void seal(SecretKey key, byte[] associated, byte[] text, Slot slot) {
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, slot.in(), slot.nonceAt());
      cipher.updateAAD(associated);
      cipher.doFinal(text, 0, text.length, slot.in(), slot.textAt());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException("AES-256-GCM failed", everyJdkHasIt);
    }
  }

  /** The text, or null when key, nonce, associated data, ciphertext or tag is another. */
  static byte @Nullable [] open(SecretKey key, byte[] associated, Slot slot) {
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, slot.in(), slot.nonceAt());
      cipher.updateAAD(associated);
      return cipher.doFinal(slot.in(), slot.textAt(), slot.in().length - slot.textAt());
    } catch (AEADBadTagException refused) {
      return null;
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException("AES-256-GCM failed", everyJdkHasIt);
    }
  }

  private static Cipher cipher(int mode, SecretKey key, byte[] nonce, int at)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, at, NONCE_BYTES));
    return cipher;
  }

  /** Where a nonce stands; ciphertext and tag are behind it, up to the end. */
  static final class Slot {

    private final byte[] in;
    private final int nonceAt;

    Slot(byte[] in, int nonceAt) {
      this.in = in;
      this.nonceAt = nonceAt;
    }

    byte[] in() {
      return in;
    }

    int nonceAt() {
      return nonceAt;
    }

    int textAt() {
      return nonceAt + NONCE_BYTES;
    }
  }
}
