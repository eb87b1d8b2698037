package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.payments.Payments;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.StoredPayment;
import java.net.URI;
import java.util.Optional;

/**
 * Takes money and gives it back.
 *
 * @param till the provider
 * @param payments the library's desk with that provider
 * @param refunds what goes back
 * @param home where customers come back to from the provider's page, without a slash at its end
 */
public record Cashier(Till till, Payments payments, Refunds refunds, URI home) {

  /**
   * {@return the payment that confirmed a booking, if one did}
   *
   * @param booking of the shop
   */
  public Optional<StoredPayment> payment(Booking booking) {
    String reference = booking.paymentReference();
    return reference == null || !PaymentReference.isOne(reference)
        ? Optional.empty()
        : payments.find(new PaymentReference(reference));
  }
}
