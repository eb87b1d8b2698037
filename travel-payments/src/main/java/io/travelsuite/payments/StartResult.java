package io.travelsuite.payments;

import io.travelsuite.booking.BookingState;
import io.travelsuite.payments.ledger.StoredPayment;

/** What {@link Payments#start} answers. */
public sealed interface StartResult {

  /**
   * The payment was begun, now or before.
   *
   * @param result how far it is
   */
  record Started(PayResult result) implements StartResult {}

  /**
   * The key was used before, for something else. Nothing was asked of anybody.
   *
   * @param existing the payment under it
   */
  record KeyConflict(StoredPayment existing) implements StartResult {}

  /**
   * The booking is no hold that could be paid for. Nothing was asked of anybody.
   *
   * @param state the booking's state
   */
  record NotPayable(BookingState state) implements StartResult {}

  /** There is no such booking. */
  record NoSuchBooking() implements StartResult {}

  /**
   * {@return how far the payment is}
   *
   * @throws io.travelsuite.RefusedException when this is a refusal
   */
  default PayResult orElseThrow() {
    if (this instanceof Started started) {
      return started.result();
    }
    throw new io.travelsuite.RefusedException(this);
  }
}
