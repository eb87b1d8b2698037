package io.travelsuite.payments;

import io.travelsuite.payments.ledger.StoredPayment;
import org.joda.money.Money;

/** What {@link Payments#refund} answers. */
public sealed interface RefundResult {

  /**
   * The amount went back, now or by an earlier call under the key.
   *
   * @param payment the payment
   */
  record Refunded(StoredPayment payment) implements RefundResult {}

  /**
   * Not known yet; the reconciler asks on. The same call under the same key may be made again.
   *
   * @param payment the payment
   */
  record Unclear(StoredPayment payment) implements RefundResult {}

  /**
   * The provider refused, for good under this key.
   *
   * @param payment the payment
   * @param reason the provider's reason
   */
  record Declined(StoredPayment payment, String reason) implements RefundResult {}

  /**
   * More than is captured and neither refunded nor being refunded. Nothing was asked of anybody.
   *
   * @param left how much could be refunded
   */
  record TooMuch(Money left) implements RefundResult {}

  /**
   * The key was used before, for another amount. Nothing was asked of anybody.
   *
   * @param first the amount it was used for
   */
  record KeyConflict(Money first) implements RefundResult {}

  /** There is no such payment. */
  record NoSuchPayment() implements RefundResult {}
}
