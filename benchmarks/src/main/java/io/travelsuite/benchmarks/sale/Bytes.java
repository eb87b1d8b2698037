package io.travelsuite.benchmarks.sale;

import java.nio.ByteBuffer;
import java.util.UUID;

/** Ids as the tables keep them. */
public final class Bytes {

  private Bytes() {}

  public static byte[] of(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
