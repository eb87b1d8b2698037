package io.travelsuite.security;

import java.lang.management.ManagementFactory;
import java.util.function.IntFunction;

/**
 * What a parser costs, in processor time of the thread that runs it: how busy the machine is
 * besides changes nothing.
 */
public final class Costs {

  private Costs() {}

  /** How many seconds a piece of work takes. */
  public static double seconds(Runnable work) {
    return nanos(work) / 1e9;
  }

  /**
   * How many times as much sixteen times as much costs, the best of five each: about 16 when
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
      best = Math.min(best, nanos(work));
    }
    return Math.max(best, 1);
  }

  private static long nanos(Runnable work) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    work.run();
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
