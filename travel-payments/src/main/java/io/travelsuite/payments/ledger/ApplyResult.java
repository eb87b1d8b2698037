package io.travelsuite.payments.ledger;

/** What {@link PaymentStore#apply} answers. */
public sealed interface ApplyResult {

  /**
   * The fact is stored.
   *
   * @param payment the payment with it
   * @param fresh whether it was not known before
   */
  record Applied(StoredPayment payment, boolean fresh) implements ApplyResult {}

  /**
   * No payment of that provider and mode has that reference or that provider's name: not ours, or
   * told before its payment was recorded. Keep it and come again.
   */
  record NoSuchPayment() implements ApplyResult {}
}
