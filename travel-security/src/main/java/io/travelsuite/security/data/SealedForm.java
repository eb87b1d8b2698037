package io.travelsuite.security.data;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a sealed field: version (1 byte), key id (4, big endian), nonce (12), ciphertext,
 * tag (16).
 */
record SealedForm(int keyId, Aead.Slot slot) {

  static final byte VERSION = 1;

  private static final int NONCE_AT = 1 + Integer.BYTES;

  /** Bytes beside the text. */
  static final int OVERHEAD = NONCE_AT + Aead.NONCE_BYTES + Aead.TAG_BYTES;

  /** An empty one to seal into. */
  static SealedForm forText(int keyId, byte[] nonce, int length) {
    ByteBuffer bytes = ByteBuffer.allocate(OVERHEAD + length).put(VERSION).putInt(keyId).put(nonce);
    return new SealedForm(keyId, new Aead.Slot(bytes.array(), NONCE_AT));
  }

  /** Null when it is of no version that we know, or too short. */
  static @Nullable SealedForm read(byte[] bytes) {
    if (bytes.length < OVERHEAD || bytes[0] != VERSION) {
      return null;
    }
    int keyId = ByteBuffer.wrap(bytes).getInt(1);
    return keyId < 1 ? null : new SealedForm(keyId, new Aead.Slot(bytes, NONCE_AT));
  }
}
