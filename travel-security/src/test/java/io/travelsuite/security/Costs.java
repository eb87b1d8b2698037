package io.travelsuite.security;

import java.util.function.IntFunction;

/** How the time of a parser grows with what it reads. */
public final class Costs {

  private Costs() {}

  /**
   * How many times as long it takes for sixteen times as much, the best of five each: about 16 when
   * linear, 256 when quadratic.
   */
  public static double growth(int size, IntFunction<Runnable> work) {
    Runnable small = work.apply(size);
    Runnable large = work.apply(16 * size);
    best(small); // compiles it
    best(large);
    return (double) best(large) / best(small);
  }

  private static long best(Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = System.nanoTime();
      work.run();
      best = Math.min(best, System.nanoTime() - before);
    }
    return Math.max(best, 1);
  }
}
