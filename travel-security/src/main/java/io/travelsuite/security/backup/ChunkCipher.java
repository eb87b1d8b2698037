package io.travelsuite.security.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals a stream chunk by chunk, so that none can be altered, left out, moved or put twice, and the
 * stream can't be cut off: the STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár, <i>Online
 * Authenticated-Encryption and its Nonce-Reuse Misuse-Resistance</i>, CRYPTO 2015, section 7) with
 * AES-256-GCM. The nonce is the number of the chunk in 88 bits and a byte that is 1 in the last one
 * alone, as in the payload of age (C2SP {@code age.md}, "Payload"); the key is of this stream
 * alone. The header is associated data of every chunk.
 *
 * <p>For one thread, and one stream.
 */
final class ChunkCipher {

  /** Of the text; those of the last chunk may be fewer. */
  static final int CHUNK_BYTES = 64 << 10;

  static final int TAG_BYTES = 16;

  private static final int NONCE_BYTES = 12;
  private static final int BEFORE_COUNTER = NONCE_BYTES - Long.BYTES - 1;

  private final SecretKey key;
  private final byte[] associated;
  private long next;

  ChunkCipher(SecretKey key, byte[] associated) {
    this.key = key;
    this.associated = associated;
  }

  byte[] seal(byte[] text, int length, boolean last) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, last).doFinal(text, 0, length);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException("AES-256-GCM failed", everyJdkHasIt);
    }
  }

  /**
   * The text of the next chunk.
   *
   * @throws BackupException when it is not what was sealed at this place
   */
  byte[] open(byte[] sealed, boolean last) {
    try {
      return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    } catch (AEADBadTagException refused) {
      throw BackupException.refused(
          "chunk " + next + " of the backup was altered, moved or cut off");
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException("AES-256-GCM failed", everyJdkHasIt);
    }
  }

  private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
    ByteBuffer nonce = ByteBuffer.allocate(NONCE_BYTES).position(BEFORE_COUNTER);
    nonce.putLong(next++).put((byte) (last ? 1 : 0));
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG_BYTES, nonce.array()));
    cipher.updateAAD(associated);
    return cipher;
  }
}
