package io.travelsuite.examples.server.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.pay.Keys;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.PaymentProvider;
import io.travelsuite.payments.StartResult;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.PaymentReference;
import java.net.URI;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Where holds are paid, and so become bookings. Thread-safe; called in no transaction. */
public final class PayDesk {

  private final Checkout checkout;
  private final Cashier cashier;

  /**
   * A desk.
   *
   * @param checkout finds holds
   * @param cashier takes money
   */
  public PayDesk(Checkout checkout, Cashier cashier) {
    this.checkout = checkout;
    this.cashier = cashier;
  }

  /**
   * How somebody pays.
   *
   * @param token what the provider's form gave for a card, never its number; null to be sent to the
   *     provider's page
   * @param key the same payment under the same key is made once; 1 to 255 characters
   */
  public record How(@Nullable String token, String key) {

    /** Without the token, which is as good as money. */
    @Override
    public String toString() {
      return "How[" + (token == null ? "page" : "token") + "]";
    }
  }

  /**
   * Pays for a hold.
   *
   * @param shopper whose
   * @param id which hold
   * @param how with what
   * @return Paid, AwaitingCustomer or Unclear, which {@link #look} finds out; or why not
   */
  public Answer<PayResult> pay(Shopper shopper, BookingId id, How how) {
    return cashier.till().open()
        ? checkout.find(shopper, id).then(hold -> pay(shopper, hold, how))
        : Answer.refused(Why.NO_PAYMENTS, "nothing can be paid here");
  }

  private Answer<PayResult> pay(Shopper shopper, Booking hold, How how) {
    Money price = hold.total().orElse(null);
    if (price == null || !price.isPositive()) {
      return Answer.refused(Why.NOTHING_TO_PAY, "there is nothing to pay for this booking");
    }
    PaymentProvider provider = cashier.till().provider();
    URI back = URI.create(cashier.home() + "/bookings/" + hold.id());
    Payment payment =
        new Payment(
            new Account(hold.operator(), provider.name(), provider.mode()),
            Keys.of("pay", shopper.subject(), hold.id().toString(), how.key()),
            hold.id(),
            price,
            how.token() == null
                ? new PaymentMethod.Hosted(back)
                : new PaymentMethod.Token(how.token(), back),
            "Booking " + hold.reference(),
            shopper.subject());
    StartResult started = cashier.payments().start(payment);
    if (started instanceof StartResult.Started done) {
      return answer(done.result());
    }
    if (started instanceof StartResult.NotPayable not) {
      return Answer.refused(Why.WRONG_STATE, "the booking is " + not.state());
    }
    return started instanceof StartResult.KeyConflict
        ? Answer.refused(Why.KEY_USED, "the key was used before, with another payment")
        : Answer.refused(Why.NO_SUCH_BOOKING, "there is no booking of that id");
  }

  /**
   * Finds out how a payment stands: when the customer comes back from the provider's page, or an
   * answer was missing.
   *
   * @param shopper whose
   * @param id the booking that was to be paid
   * @param reference the payment
   * @return as {@link #pay}
   */
  public Answer<PayResult> look(Shopper shopper, BookingId id, PaymentReference reference) {
    return checkout
        .find(shopper, id)
        .then(
            booking ->
                cashier
                    .payments()
                    .find(reference)
                    .filter(payment -> payment.payment().booking().equals(booking.id()))
                    .flatMap(payment -> cashier.payments().resume(reference))
                    .map(PayDesk::answer)
                    .orElseGet(
                        () -> Answer.refused(Why.NOT_PAID, "the booking has no such payment")));
  }

  private static Answer<PayResult> answer(PayResult result) {
    if (result instanceof PayResult.Declined) {
      // the provider's words are for the books: they may tell why a card was refused
      return Answer.refused(
          Why.PAYMENT_DECLINED, "the payment was declined; the places are still held");
    }
    if (result instanceof PayResult.OrphanedPayment) {
      return Answer.refused(
          Why.PAID_TOO_LATE, "the places were gone when the money came, and it goes back");
    }
    return new Answer.Done<>(result);
  }
}
