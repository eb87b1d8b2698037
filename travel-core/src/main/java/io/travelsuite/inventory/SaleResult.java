package io.travelsuite.inventory;

/** What {@link Inventory#close} and {@link Inventory#reopen} answer. */
public sealed interface SaleResult {

  /**
   * It is now as asked, whether or not it was before.
   *
   * @param onSale whether it can be held
   */
  record SaleSet(boolean onSale) implements SaleResult {}

  /**
   * There is no such occurrence.
   *
   * @param occurrence the id asked for
   */
  record NoSuchOccurrence(OccurrenceId occurrence) implements SaleResult, ResizeResult {}
}
