package io.travelsuite.jdbc;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Whether callers have sent keys again of late: then batches look them up first, else each that has
 * one would be written in vain. It chooses the way a batch is tried, and decides nothing.
 */
final class RepeatedKeys {

  private static final int BATCHES = 64;

  private final AtomicInteger wary = new AtomicInteger();

  /**
   * How the next try of a batch looks keys up.
   *
   * @param failure of the try before, if there was one
   */
  KeyLookup lookup(@Nullable RuntimeException failure) {
    if (failure instanceof DuplicateKeyException) {
      wary.set(BATCHES);
    }
    boolean first = failure != null || wary.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
    return first ? KeyLookup.FIRST : KeyLookup.BEFORE_REFUSING;
  }
}
