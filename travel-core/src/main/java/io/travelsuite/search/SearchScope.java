package io.travelsuite.search;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.StopPair;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Among which departures is looked. */
public sealed interface SearchScope {

  /**
   * Occurrences of a product. Dates are those of their local start.
   *
   * @param product which
   * @param stops where the party boards and alights; occurrences that do not call at both in that
   *     order are left out; null for the whole run
   */
  record OfProduct(ProductId product, @Nullable StopPair stops) implements SearchScope {}

  /**
   * Occurrences of an operator that call at two stops in order, where people may board at the first
   * and alight at the second. One that calls there twice is found for each way that does not pass
   * either stop again. Dates are those at which the first stop is left, as clocks there show them.
   *
   * @param operator whose
   * @param stops where the party boards and alights
   * @param products which of its products, at most 100; empty for all
   */
  record Between(OperatorId operator, StopPair stops, Set<ProductId> products)
      implements SearchScope {

    /** Copies the set. */
    public Between {
      products = Set.copyOf(products);
      unless(products.size() <= 100, "products", products.size(), "must be at most 100");
    }
  }
}
