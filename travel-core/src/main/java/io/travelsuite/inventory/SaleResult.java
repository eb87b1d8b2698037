package io.travelsuite.inventory;

import io.travelsuite.sale.SaleState;

/** What {@link Inventory#close}, {@link Inventory#reopen} and {@link Inventory#cancel} answer. */
public sealed interface SaleResult {

  /**
   * It is now as asked, whether or not it was before.
   *
   * @param state how it is sold now
   */
  record SaleSet(SaleState state) implements SaleResult {}

  /** Refused: it was cancelled, and stays so. */
  record AlreadyCancelled() implements SaleResult, TermsResult {}

  /**
   * There is no such occurrence.
   *
   * @param occurrence the id asked for
   */
  record NoSuchOccurrence(OccurrenceId occurrence)
      implements SaleResult, ResizeResult, TermsResult {}
}
