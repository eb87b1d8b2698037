package io.travelsuite.price;

import io.travelsuite.RefusedException;

/** What {@link Prices#put} answers. */
public sealed interface PutResult {

  /**
   * {@return that the rules are in force}
   *
   * @throws RefusedException when they are not
   */
  default RulesPut orElseThrow() {
    if (this instanceof RulesPut done) {
      return done;
    }
    throw new RefusedException(this);
  }

  /**
   * The rules are in force.
   *
   * @param rules how many the product has now
   */
  record RulesPut(int rules) implements PutResult {}

  /**
   * Refused: two rules would fit alike, on a date that both have. Nothing was changed.
   *
   * @param first the one
   * @param second the other
   */
  record RulesTie(PriceScope first, PriceScope second) implements PutResult {}
}
