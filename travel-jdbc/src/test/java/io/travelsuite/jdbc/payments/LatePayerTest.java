package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Race;
import io.travelsuite.payments.Effect;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.Transition;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer pays when the hold has expired. */
class LatePayerTest {

  private static final int THREADS = 16;

  private Till till;
  private OccurrenceId occurrence;
  private Booking booking;
  private Payment payment;

  @BeforeEach
  void open() {
    till = Till.create();
    occurrence = till.fixture.open(2);
    booking = till.hold(occurrence);
    payment = till.payment(booking, "late", Till.HOSTED);
    till.desk.start(payment).orElseThrow();
    till.letHoldsExpire();
  }

  @AfterEach
  void close() {
    till.close();
  }

  private void sellOut() {
    Booking other =
        till.travel
            .bookings()
            .hold(HoldRequest.of(occurrence, 2).lifetime(Duration.ofHours(2)))
            .orElseThrow();
    till.travel.bookings().confirm(other.id(), "another customer's");
  }

  /** As wallets do, which cannot keep an amount: the money is taken when the customer pays. */
  private void customerPaysAtOnce() {
    till.bank.customerPays(payment.reference());
    String name = till.books.entries().get(0).payment();
    till.bank.capture(new Effect(payment, name, payment.amount(), "taken by the wallet"));
  }

  private void everybodyTells() {
    Race.run(
        THREADS,
        number ->
            switch (number % 3) {
              case 0 -> till.desk.resume(payment.reference());
              case 1 -> till.bank.hostileWebhooks(number).stream().map(till.desk::apply).toList();
              default -> till.desk.reconciler().run(10);
            });
    till.reconcile();
  }

  @Test
  void the_same_units_are_taken_again_while_they_are_free() {
    till.bank.customerPays(payment.reference());

    everybodyTells();

    PayResult result = till.desk.resume(payment.reference()).orElseThrow();
    assertThat(result)
        .isInstanceOfSatisfying(
            PayResult.Paid.class,
            paid -> {
              assertThat(paid.booking().id()).isNotEqualTo(booking.id());
              assertThat(paid.booking().state()).isEqualTo(BookingState.CONFIRMED);
            });
    assertThat(till.inBooks(payment, Transition.CAPTURED)).isOne();
    till.assertMoneyEqualsSeats(payment);
    assertThat(till.fixture.taken(occurrence)).isEqualTo(2);
  }

  @Test
  void what_was_authorized_for_seats_that_are_gone_is_given_up_once() {
    till.bank.customerPays(payment.reference());
    sellOut();

    everybodyTells();

    assertGivenBack();
    assertThat(till.inBooks(payment, Transition.CAPTURED)).isZero();
    assertThat(till.inBooks(payment, Transition.VOIDED)).isOne();
  }

  @Test
  void what_was_taken_for_seats_that_are_gone_is_refunded_once() {
    customerPaysAtOnce();
    sellOut();

    everybodyTells();

    assertGivenBack();
    assertThat(till.inBooks(payment, Transition.REFUNDED)).isOne();
    assertThat(till.bank.charged(payment).isZero()).isTrue();
  }

  private void assertGivenBack() {
    assertThat(till.desk.resume(payment.reference()).orElseThrow())
        .isInstanceOfSatisfying(
            PayResult.OrphanedPayment.class, orphaned -> assertThat(orphaned.givenBack()).isTrue());
    assertThat(till.confirmed()).isOne(); // the other customer's
    assertThat(till.alerts).anyMatch(alert -> alert.rule().equals("payment.orphaned"));
    till.fixture.assertNoDrift();
  }

  @Test
  void control_a_host_that_believes_the_bank_alone_has_money_and_no_seats() {
    customerPaysAtOnce();
    sellOut();

    assertThat(till.bank.charged(payment)).isEqualTo(Till.PRICE);
    assertThat(till.travel.bookings().find(booking.id()).orElseThrow().state())
        .isEqualTo(BookingState.EXPIRED);
  }
}
