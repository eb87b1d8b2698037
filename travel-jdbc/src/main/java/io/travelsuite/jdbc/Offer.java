package io.travelsuite.jdbc;

import io.travelsuite.inventory.Occurrence;
import io.travelsuite.sale.FareUnit;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import org.jspecify.annotations.Nullable;

/**
 * An occurrence as it is offered. State and terms may have moved on since it was read: then the
 * revision of its counters is higher.
 */
record Offer(
    Occurrence occurrence,
    DocumentId layoutId,
    Layout layout,
    SaleTerms terms,
    SaleState state,
    int revision) {

  /** The fare unit of that code, or null when its terms have none such. */
  @Nullable FareUnit fareUnit(@Nullable String code) {
    for (FareUnit unit : terms.units()) {
      if (unit.code().equals(code)) {
        return unit;
      }
    }
    return null;
  }
}
