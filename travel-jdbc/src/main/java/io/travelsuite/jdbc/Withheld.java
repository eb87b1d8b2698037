package io.travelsuite.jdbc;

import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.SaleTerms;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Units of a pool that are kept from a buyer: allotments of other channels that are not released
 * yet, and what is protected for higher fare classes.
 *
 * @param terms the terms they are kept by
 * @param channel the buyer's channel, or null
 * @param classes the buyer's fare classes, null for none; none of the pool's is its lowest
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

  /**
   * The rank of the buyer's lowest class among those of a pool, from 0 for the highest. Who has no
   * class of this pool, be it none at all or one of another pool's, is in its lowest.
   */
  private int lowestClass(String pool) {
    List<String> ranked =
        terms.classes().stream()
            .filter(fareClass -> fareClass.pool().equals(pool))
            .map(FareClass::code)
            .toList();
    int lowest = -1;
    for (String fareClass : classes) {
      int rank = fareClass == null ? -1 : ranked.indexOf(fareClass);
      lowest = Math.max(lowest, rank < 0 ? ranked.size() - 1 : rank);
    }
    return lowest;
  }
}
