package io.travelsuite.price;

import io.travelsuite.RefusedException;

/** What {@link Prices#putPromo} answers. */
public sealed interface PromoResult {

  /**
   * {@return the code in force}
   *
   * @throws RefusedException when it is not
   */
  default StoredPromo orElseThrow() {
    if (this instanceof PromoSet done) {
      return done.promo();
    }
    throw new RefusedException(this);
  }

  /**
   * The code is in force.
   *
   * @param promo as it stands
   */
  record PromoSet(StoredPromo promo) implements PromoResult {}

  /**
   * Refused: more have used it than the limit would be. Nothing was changed.
   *
   * @param used how many have used it, live holds included
   */
  record BelowUsed(int used) implements PromoResult {}
}
