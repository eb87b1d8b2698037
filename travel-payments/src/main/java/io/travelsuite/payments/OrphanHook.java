package io.travelsuite.payments;

import io.travelsuite.payments.ledger.StoredPayment;

/**
 * What a host does about money without seats. May be asked more than once about the same payment,
 * and should answer the same.
 */
@FunctionalInterface
public interface OrphanHook {

  /** What becomes of the money. */
  enum Choice {
    /** It is voided or refunded now. */
    GIVE_BACK,
    /** The host sees to it: other seats, a voucher, a refund later. Nothing is done. */
    KEEP
  }

  /**
   * Chooses.
   *
   * @param payment the payment without seats
   * @return what becomes of its money
   */
  Choice choose(StoredPayment payment);
}
