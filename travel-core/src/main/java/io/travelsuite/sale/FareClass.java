package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;

/**
 * A fare class of a pool. Classes are nested in the order of the terms, the first the highest: what
 * is protected for a class is sold to it and to those above it, never to those below.
 *
 * <p>With classes 1 (highest) to n, and a class's units on a leg counted as it sells, class j may
 * take what is sellable, less all that is taken, less the most that is still protected for the
 * classes above it: over k &lt; j the largest of protected(1) + … + protected(k) − taken(1) − … −
 * taken(k), at least 0. That is standard nesting of booking limits (K. Talluri, G. van Ryzin,
 * <i>The Theory and Practice of Revenue Management</i>, 2004, section 2.1.1).
 *
 * <p>A line without one of the pool's classes is treated as in its lowest.
 *
 * @param pool the pool's name
 * @param code the class, 1 to 32 of {@code A–Z a–z 0–9 . _ -}
 * @param protectedUnits units kept from the classes below it, on every leg, 0 to 1,000,000,000; for
 *     the lowest class it means nothing
 */
public record FareClass(String pool, String code, int protectedUnits) {
  private static final int MOST = 1_000_000_000;

  /** Checks the ranges. */
  public FareClass {
    ShortName.check("pool", pool);
    ShortName.check("fareClass", code);
    unless(
        protectedUnits >= 0 && protectedUnits <= MOST,
        "protectedUnits",
        protectedUnits,
        "must be 0 to " + MOST);
  }
}
