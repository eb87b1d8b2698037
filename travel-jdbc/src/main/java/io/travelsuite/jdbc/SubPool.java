package io.travelsuite.jdbc;

import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counters beside those of a pool, which count who took its units. They have no bound of their own:
 * what they say is withheld from others is weighed at the pool.
 */
final class SubPool {

  /** What a sub-pool's counters may hold: more than any pool has. */
  static final int UNBOUNDED = 1_000_000_000;

  private static final char OF_CHANNEL = '@';
  private static final char OF_CLASS = '~';

  private SubPool() {}

  static String of(Allotment allotment) {
    return allotment.pool() + OF_CHANNEL + allotment.channel();
  }

  static String of(FareClass fareClass) {
    return fareClass.pool() + OF_CLASS + fareClass.code();
  }

  /** The pool that a counter belongs to: itself, unless it counts who took its units. */
  static String parent(String pool) {
    for (int i = 0; i < pool.length(); i++) {
      if (pool.charAt(i) == OF_CHANNEL || pool.charAt(i) == OF_CLASS) {
        return pool.substring(0, i);
      }
    }
    return pool;
  }

  static boolean is(String pool) {
    return pool.length() != parent(pool).length();
  }

  /** What is taken of pools, without what is counted beside them. */
  static SortedMap<String, Integer> without(SortedMap<String, Integer> takes) {
    SortedMap<String, Integer> ofPools = new TreeMap<>(takes);
    ofPools.keySet().removeIf(SubPool::is);
    return ofPools;
  }
}
