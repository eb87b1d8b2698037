package io.travelsuite.security.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.security.SecureRandom;

/**
 * SipHash-1-3 over a text in UTF-8, under a secret of this object's own: who does not know it
 * cannot choose keys that meet in a cell (Aumasson and Bernstein, "SipHash: a fast short-input
 * PRF", 2012; the variant with one and three rounds is the one of Rust's and Python's tables).
 */
final class KeyHash {

  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long first;
  private final long second;

  KeyHash() {
    SecureRandom random = new SecureRandom();
    first = random.nextLong();
    second = random.nextLong();
  }

  KeyHash(long first, long second) {
    this.first = first;
    this.second = second;
  }

  long of(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    Sip sip = new Sip(first, second);
    int whole = bytes.length & ~7;
    for (int at = 0; at < whole; at += Long.BYTES) {
      sip.word((long) WORDS.get(bytes, at));
    }
    long rest = (long) bytes.length << 56;
    for (int at = whole; at < bytes.length; at++) {
      rest |= (bytes[at] & 0xffL) << (8 * (at - whole));
    }
    sip.word(rest);
    return sip.end();
  }

  /** The state; the compiler takes it apart. */
  private static final class Sip {

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    Sip(long first, long second) {
      v0 = first ^ 0x736f6d6570736575L;
      v1 = second ^ 0x646f72616e646f6dL;
      v2 = first ^ 0x6c7967656e657261L;
      v3 = second ^ 0x7465646279746573L;
    }

    void word(long word) {
      v3 ^= word;
      round();
      v0 ^= word;
    }

    long end() {
      v2 ^= 0xff;
      round();
      round();
      round();
      return v0 ^ v1 ^ v2 ^ v3;
    }

    private void round() {
      v0 += v1;
      v1 = Long.rotateLeft(v1, 13) ^ v0;
      v0 = Long.rotateLeft(v0, 32);
      v2 += v3;
      v3 = Long.rotateLeft(v3, 16) ^ v2;
      v0 += v3;
      v3 = Long.rotateLeft(v3, 21) ^ v0;
      v2 += v1;
      v1 = Long.rotateLeft(v1, 17) ^ v2;
      v2 = Long.rotateLeft(v2, 32);
    }
  }
}
