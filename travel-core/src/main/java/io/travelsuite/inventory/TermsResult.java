package io.travelsuite.inventory;

import io.travelsuite.sale.SaleTerms;

/** What {@link Inventory#setTerms} answers. */
public sealed interface TermsResult
    permits TermsResult.TermsSet, SaleResult.AlreadyCancelled, SaleResult.NoSuchOccurrence {
  /**
   * Every request that takes its units from now on is judged by these.
   *
   * @param terms the terms in force
   */
  record TermsSet(SaleTerms terms) implements TermsResult {}
}
