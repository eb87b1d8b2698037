package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.sandbox.Behaviour;
import io.travelsuite.payments.sandbox.SandboxCall;
import java.time.Duration;
import java.util.UUID;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PaymentDeskTest {

  private final Shop shop = new Shop();

  private PayResult start(Payment payment) {
    return shop.desk.start(payment).orElseThrow();
  }

  @Test
  void a_token_is_authorized_the_seats_are_confirmed_and_then_it_is_captured() {
    Payment payment = shop.byToken(shop.hold());
    PayResult result = start(payment);
    assertThat(result).isInstanceOf(PayResult.Paid.class);
    assertThat(((PayResult.Paid) result).booking().paymentReference())
        .isEqualTo(payment.reference().value());
    assertThat(shop.stored(payment).totals().kept()).isEqualTo(Shop.PRICE);
    shop.assertMoneyEqualsSeats(payment);
    assertThat(shop.alerts).isEmpty();
    assertThat(shop.store.due("sandbox", Mode.TEST, 10, Duration.ofMinutes(1))).isEmpty();
  }

  @Test
  void started_again_under_its_key_it_is_the_same_payment() {
    Payment payment = shop.byToken(shop.hold());
    start(payment);
    assertThat(start(payment)).isInstanceOf(PayResult.Paid.class);
    assertThat(shop.bookings.confirms).isEqualTo(1);
    shop.assertMoneyEqualsSeats(payment);
    Payment other = shop.payment(shop.hold(), "k1", payment.method());
    assertThat(shop.desk.start(other)).isInstanceOf(StartResult.KeyConflict.class);
  }

  @Test
  void a_decline_leaves_the_hold_for_another_card() {
    Booking booking = shop.hold();
    Payment declined =
        shop.payment(booking, "k1", new PaymentMethod.Token("tok_decline", Shop.BACK));
    assertThat(start(declined)).isInstanceOf(PayResult.Declined.class);
    assertThat(shop.bookings.find(booking.id()).orElseThrow().state()).isEqualTo(BookingState.HELD);
    Payment second = shop.payment(booking, "k2", new PaymentMethod.Token("tok_1", Shop.BACK));
    assertThat(start(second)).isInstanceOf(PayResult.Paid.class);
    shop.assertMoneyEqualsSeats(declined, second);
  }

  @Test
  void a_customer_who_pays_on_the_page_is_found_by_coming_back_by_webhook_or_by_the_reconciler() {
    for (int path = 0; path < 3; path++) {
      Shop own = new Shop();
      Payment payment = own.hosted(own.hold());
      PayResult result = own.desk.start(payment).orElseThrow();
      assertThat(result).isInstanceOf(PayResult.AwaitingCustomer.class);
      assertThat(own.desk.start(payment).orElseThrow()).isEqualTo(result);
      own.bank.customerPays(payment.reference());
      switch (path) {
        case 0 -> own.desk.resume(payment.reference());
        case 1 -> own.bank.webhooks().forEach(own.desk::apply);
        default -> own.reconcileUntilQuiet();
      }
      assertThat(own.stored(payment).fate()).isEqualTo(Fate.SOLD);
      own.assertMoneyEqualsSeats(payment);
    }
  }

  @Test
  void money_that_comes_after_the_hold_expired_gets_the_same_units_again() {
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    shop.letHoldsExpire();
    shop.bank.customerPays(payment.reference());
    PayResult result = shop.desk.resume(payment.reference()).orElseThrow();
    assertThat(result).isInstanceOf(PayResult.Paid.class);
    assertThat(((PayResult.Paid) result).booking().id()).isNotEqualTo(payment.booking());
    shop.assertMoneyEqualsSeats(payment);
  }

  @Test
  void seats_that_are_busy_just_now_are_asked_for_again_later() {
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    shop.letHoldsExpire();
    shop.bank.customerPays(payment.reference());
    shop.bookings.busy = true;
    assertThat(shop.desk.resume(payment.reference()).orElseThrow())
        .isInstanceOf(PayResult.Unclear.class);
    shop.bookings.busy = false;
    shop.reconcileUntilQuiet();
    assertThat(shop.stored(payment).fate()).isEqualTo(Fate.SOLD);
    shop.assertMoneyEqualsSeats(payment);
  }

  @Test
  void money_without_seats_is_orphaned_voided_and_told() {
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    shop.letHoldsExpire();
    shop.bookings.hold(HoldRequest.of(Shop.TOUR, 4)).orElseThrow();
    shop.bank.customerPays(payment.reference());
    PayResult result = shop.desk.resume(payment.reference()).orElseThrow();
    assertThat(result).isInstanceOf(PayResult.OrphanedPayment.class);
    assertThat(((PayResult.OrphanedPayment) result).givenBack()).isTrue();
    assertThat(shop.bank.charges(payment.reference())).isZero();
    assertThat(shop.alerts).extracting(Alert::rule).containsExactly("payment.orphaned");
    shop.assertMoneyEqualsSeats(payment);
  }

  @Test
  void the_same_units_at_another_price_are_not_the_same() {
    shop.bookings.price = Money.parse("EUR 60.00");
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    shop.letHoldsExpire();
    shop.bookings.price = Money.parse("EUR 70.00");
    shop.bank.customerPays(payment.reference());
    assertThat(shop.desk.resume(payment.reference()).orElseThrow())
        .isInstanceOf(PayResult.OrphanedPayment.class);
    shop.assertMoneyEqualsSeats(payment);
  }

  @Test
  void a_host_may_keep_the_money_of_an_orphan() {
    Payment payment = shop.hosted(shop.hold());
    PaymentDesk keeping =
        shop.builder(step -> {}).orphans(orphan -> OrphanHook.Choice.KEEP).build();
    keeping.start(payment);
    shop.letHoldsExpire();
    shop.bookings.hold(HoldRequest.of(Shop.TOUR, 4)).orElseThrow();
    shop.bank.customerPays(payment.reference());
    keeping.resume(payment.reference());
    assertThat(shop.stored(payment).totals().uncaptured()).isEqualTo(Shop.PRICE);
    assertThat(shop.stored(payment).fate()).isEqualTo(Fate.ORPHANED);
  }

  @Test
  void a_booking_that_was_paid_otherwise_is_not_paid_twice() {
    Booking booking = shop.hold();
    Payment first = shop.payment(booking, "k1", new PaymentMethod.Hosted(Shop.BACK));
    Payment second = shop.payment(booking, "k2", new PaymentMethod.Token("tok", Shop.BACK));
    start(first);
    start(second);
    shop.bank.customerPays(first.reference());
    assertThat(shop.desk.resume(first.reference()).orElseThrow())
        .isInstanceOf(PayResult.OrphanedPayment.class);
    assertThat(shop.bookings.sold()).isEqualTo(2);
    shop.assertMoneyEqualsSeats(first, second);
  }

  @Test
  void a_capture_that_is_refused_gives_the_seats_back() {
    Payment payment = shop.byToken(shop.hold());
    shop.bank.next(SandboxCall.CAPTURE, Behaviour.DECLINE);
    assertThat(start(payment)).isInstanceOf(PayResult.OrphanedPayment.class);
    assertThat(shop.bookings.sold()).isZero();
    shop.assertMoneyEqualsSeats(payment);
  }

  @Test
  void lost_answers_end_in_one_charge_before_or_after_the_effect_or_late() {
    for (SandboxCall call : new SandboxCall[] {SandboxCall.AUTHORIZE, SandboxCall.CAPTURE}) {
      for (Behaviour behaviour :
          new Behaviour[] {
            Behaviour.TIME_OUT_BEFORE, Behaviour.TIME_OUT_AFTER, Behaviour.ARRIVE_LATE
          }) {
        Shop own = new Shop();
        Payment payment = own.byToken(own.hold());
        own.bank.next(call, behaviour);
        own.bank.next(SandboxCall.LOOK_UP, Behaviour.TIME_OUT_BEFORE);
        assertThat(own.desk.start(payment).orElseThrow()).isInstanceOf(PayResult.Unclear.class);
        own.clock.pass(Duration.ofMinutes(5));
        own.desk.reconciler().run(10);
        own.bank.arrive();
        own.reconcileUntilQuiet();
        assertThat(own.stored(payment).fate()).isEqualTo(Fate.SOLD);
        own.assertMoneyEqualsSeats(payment);
      }
    }
  }

  @Test
  void what_cannot_be_paid_for_is_refused_before_anybody_is_asked() {
    Booking booking = shop.hold();
    Payment payment = shop.byToken(booking);
    shop.letHoldsExpire();
    assertThat(shop.desk.start(payment))
        .isEqualTo(new StartResult.NotPayable(BookingState.EXPIRED));
    Payment nobody =
        new Payment(
            payment.account(),
            "k",
            new BookingId(new UUID(9, 9)),
            Shop.PRICE,
            payment.method(),
            "x",
            null);
    assertThat(shop.desk.start(nobody)).isInstanceOf(StartResult.NoSuchBooking.class);
    assertThat(shop.bank.webhooks()).isEmpty();
  }

  @Test
  void no_text_of_a_payment_takes_a_card_number() {
    Booking booking = shop.hold();
    PaymentMethod method = new PaymentMethod.Hosted(Shop.BACK);
    assertThatThrownBy(() -> shop.payment(booking, "4242 4242 4242 4242", method))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("4242");
    assertThatThrownBy(() -> new PaymentMethod.Token("4242424242424242", Shop.BACK))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("4242");
  }

  @Test
  void a_page_nobody_pays_on_is_looked_at_ever_less_often_and_then_no_more() {
    Payment payment = shop.hosted(shop.hold());
    start(payment);
    shop.reconcileUntilQuiet();
    shop.clock.pass(Duration.ofDays(30));
    assertThat(shop.desk.reconciler().run(10)).isZero();
    assertThat(shop.alerts).isEmpty();
    shop.bank.customerPays(payment.reference());
    shop.bank.webhooks().forEach(shop.store::apply);
    assertThat(shop.desk.reconciler().run(10)).isEqualTo(1);
    shop.assertMoneyEqualsSeats(payment);
  }
}
