package io.travelsuite.price;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What things cost. Thread-safe.
 *
 * <p>A rule holds for holds made from then on; the price of a hold and of a booking stays as it
 * was.
 *
 * <p>Every method throws {@link io.travelsuite.StorageException} when the database fails, and
 * {@link io.travelsuite.InvalidRequestException} for input that can never be right.
 */
public interface Prices {

  /**
   * Adds rules to those of a product; one with a scope that the product has takes its place. All or
   * none. Safe to repeat.
   *
   * @param product whose
   * @param rules 0 to 10,000, each scope once; with those it has at most 20,000 a product
   * @return {@link PutResult.RulesPut}, or {@link PutResult.RulesTie} when two rules would fit
   *     alike (see {@link PriceScope})
   */
  PutResult put(ProductId product, List<PriceRule> rules);

  /**
   * Takes rules from a product. Safe to repeat.
   *
   * @param product whose
   * @param scopes of the rules; those that it does not have are passed over
   * @return how many it had
   */
  int remove(ProductId product, Collection<PriceScope> scopes);

  /**
   * {@return all rules of a product, in no particular order}
   *
   * @param product whose
   */
  List<PriceRule> list(ProductId product);

  /**
   * {@return what a unit costs, by the most specific rule that fits; empty when none does}
   *
   * @param query what is asked
   */
  Optional<Price> quote(PriceQuery query);

  /**
   * Makes a promo code, or gives the one of that operator and code other terms. Safe to repeat. Its
   * uses are counted under a lock, and stay counted.
   *
   * @param promo what it is
   * @return {@link PromoResult.PromoSet}, or {@link PromoResult.BelowUsed} when more have used it
   *     than its new limit
   */
  PromoResult putPromo(Promo promo);

  /**
   * {@return the promo code of an operator, if there is one}
   *
   * @param operator whose
   * @param code what customers type; upper and lower case differ
   */
  Optional<StoredPromo> findPromo(OperatorId operator, String code);
}
