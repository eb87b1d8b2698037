package io.travelsuite.examples.server.shop;

import io.travelsuite.price.DateRange;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for.
 *
 * @param product a product's code
 * @param option the code of an option, or null for the default one
 * @param dates on which dates, 400 at most
 * @param party how many of each fare unit; empty for one of the option's first
 * @param after what the page before gave as next, or null
 * @param most how many at most, 1 to 1,000
 */
public record Wish(
    String product,
    @Nullable String option,
    DateRange dates,
    SortedMap<String, Integer> party,
    @Nullable String after,
    int most) {

  /** Copies the party. */
  public Wish {
    party = Collections.unmodifiableSortedMap(new TreeMap<>(party));
  }
}
