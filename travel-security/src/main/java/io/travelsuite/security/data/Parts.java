package io.travelsuite.security.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;

/** Texts in one row of bytes, each behind its length: none can be moved to its neighbour. */
final class Parts {

  private Parts() {}

  static byte[] of(int number, String... texts) {
    List<byte[]> parts = java.util.Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    int length = parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES + length).putInt(number);
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }
}
