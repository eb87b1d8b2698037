package io.travelsuite.payments;

/** What {@link Payments#apply} answers. */
public sealed interface FactResult {

  /**
   * The fact is stored, and what follows from it was done.
   *
   * @param result how far the payment is
   */
  record Applied(PayResult result) implements FactResult {}

  /**
   * No payment has that reference or that provider's name: not ours, or told before its payment was
   * recorded. Keep it and come again.
   */
  record NoSuchPayment() implements FactResult {}

  /** The fact is another provider's or of the other mode. It was not stored. */
  record NotOurs() implements FactResult {}
}
