package io.travelsuite.payments;

import io.travelsuite.booking.Booking;
import io.travelsuite.payments.ledger.StoredPayment;
import java.net.URI;

/** How far a payment and its seats are. */
public sealed interface PayResult {

  /** {@return the payment as it stands} */
  StoredPayment payment();

  /**
   * The seats are confirmed and the money is captured.
   *
   * @param payment the payment
   * @param booking the booking: when its hold had expired and the same units could be had again, a
   *     new one
   */
  record Paid(StoredPayment payment, Booking booking) implements PayResult {}

  /**
   * The customer has to go to the provider's page, or is there.
   *
   * @param payment the payment
   * @param redirect where to send the customer
   */
  record AwaitingCustomer(StoredPayment payment, URI redirect) implements PayResult {}

  /**
   * Not known yet: an answer is missing, or somebody else is at it. Ask again later ({@link
   * Payments#resume}); the reconciler does.
   *
   * @param payment the payment
   */
  record Unclear(StoredPayment payment) implements PayResult {}

  /**
   * Nothing was taken, and the seats are as they were.
   *
   * @param payment the payment
   * @param reason the provider's reason, for people and logs
   */
  record Declined(StoredPayment payment, String reason) implements PayResult {}

  /**
   * There was money and no seats for it: the hold had expired and the same units could not be had
   * again at the same price, or the booking was paid otherwise.
   *
   * @param payment the payment
   * @param givenBack whether all of the money is voided or refunded by now
   */
  record OrphanedPayment(StoredPayment payment, boolean givenBack) implements PayResult {}
}
