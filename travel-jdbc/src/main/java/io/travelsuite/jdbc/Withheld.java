package io.travelsuite.jdbc;

import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Units of a pool that are kept from a buyer: allotments of other channels that are not released
 * yet, and what is protected for higher fare classes.
 *
 * @param terms the terms they are kept by
 * @param channel the buyer's channel, or null
 * @param classes the buyer's fare classes; who is in none is treated as below the lowest
 * @param now when
 */
record Withheld(
    SaleTerms terms, @Nullable String channel, Set<@Nullable String> classes, Instant now) {

  /**
   * The units kept.
   *
   * @param key a pool on a leg
   * @param taken what is taken of its sub-pools, the buyer's own units among them
   */
  int at(CounterKey key, ToIntFunction<CounterKey> taken) {
    long units = forClasses(key, taken);
    for (Allotment allotment : terms.allotments()) {
      if (allotment.pool().equals(key.pool())
          && !allotment.channel().equals(channel)
          && now.isBefore(allotment.releasedAt())) {
        units += Math.max(0, allotment.units() - taken.applyAsInt(key.pool(SubPool.of(allotment))));
      }
    }
    return (int) Math.min(units, SubPool.UNBOUNDED);
  }

  /** The most that is still protected for the classes above the buyer's lowest. */
  private long forClasses(CounterKey key, ToIntFunction<CounterKey> taken) {
    int lowest = lowestClass(key.pool());
    long most = 0;
    long left = 0;
    int rank = 0;
    for (FareClass fareClass : terms.classes()) {
      if (fareClass.pool().equals(key.pool())) {
        if (rank++ >= lowest) {
          break;
        }
        left += fareClass.protectedUnits() - taken.applyAsInt(key.pool(SubPool.of(fareClass)));
        most = Math.max(most, left);
      }
    }
    return most;
  }

  /** The rank of the buyer's lowest class among those of a pool, from 0 for the highest. */
  private int lowestClass(String pool) {
    int lowest = -1;
    int rank = 0;
    for (FareClass fareClass : terms.classes()) {
      if (fareClass.pool().equals(pool)) {
        if (classes.contains(fareClass.code())) {
          lowest = rank;
        }
        rank++;
      }
    }
    return classes.contains(null) ? rank - 1 : lowest;
  }
}
