package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.jdbc.Race;
import io.travelsuite.payments.PayResult;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.StartResult;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.Transition;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many at once pay for one booking. */
class PayingRaceTest {

  private static final int THREADS = 64;

  private Till till;
  private Booking booking;

  @BeforeEach
  void open() {
    till = Till.create();
    booking = till.hold(till.fixture.open(4));
  }

  @AfterEach
  void close() {
    till.close();
  }

  @Test
  void sixty_four_threads_under_one_key_are_one_charge() {
    Payment payment = till.payment(booking, "one", Till.TOKEN);

    List<StartResult> results = Race.run(THREADS, number -> till.desk.start(payment));

    assertThat(results).allMatch(result -> result instanceof StartResult.Started);
    till.reconcile();
    assertThat(till.desk.start(payment).orElseThrow()).isInstanceOf(PayResult.Paid.class);
    assertThat(till.inBooks(payment, Transition.AUTHORIZED)).isOne();
    assertThat(till.inBooks(payment, Transition.CAPTURED)).isOne();
    assertThat(till.confirmed()).isOne();
    till.assertMoneyEqualsSeats(payment);
  }

  @Test
  void sixty_four_payments_of_one_booking_are_one_charge_and_the_others_are_given_back() {
    Payment[] payments =
        IntStream.range(0, THREADS)
            .mapToObj(number -> till.payment(booking, "key-" + number, Till.TOKEN))
            .toArray(Payment[]::new);

    Race.run(THREADS, number -> till.desk.start(payments[number]));
    till.reconcile();

    Payment[] begun =
        Arrays.stream(payments)
            .filter(payment -> till.store.find(payment.reference()).isPresent())
            .toArray(Payment[]::new);
    assertThat(begun).isNotEmpty();
    till.assertMoneyEqualsSeats(begun);
    assertThat(till.confirmed()).isOne();
    assertThat(
            Arrays.stream(begun)
                .mapToLong(payment -> till.inBooks(payment, Transition.CAPTURED))
                .sum())
        .isOne();
  }

  @Test
  void answer_return_webhook_and_reconciler_at_once_are_one_charge() {
    Payment payment = till.payment(booking, "paths", Till.HOSTED);
    till.desk.start(payment);
    till.bank.customerPays(payment.reference());

    Race.run(
        THREADS,
        number ->
            switch (number % 4) {
              case 0 -> till.desk.start(payment);
              case 1 -> till.desk.resume(payment.reference());
              case 2 -> till.bank.webhooks().stream().map(till.desk::apply).toList();
              default -> till.desk.reconciler().run(10);
            });
    till.reconcile();

    assertThat(till.inBooks(payment, Transition.CAPTURED)).isOne();
    assertThat(till.bank.charged(payment)).isEqualTo(Till.PRICE);
    till.assertMoneyEqualsSeats(payment);
  }

  @Test
  void refunds_that_together_are_more_than_was_paid_never_go_through_together() {
    Payment payment = till.payment(booking, "refunds", Till.TOKEN);
    till.desk.start(payment).orElseThrow();
    Money third = Money.parse("EUR 40.00");

    Race.run(16, number -> till.desk.refund(payment.reference(), third, "refund-" + number % 8));
    till.reconcile();

    assertThat(till.inBooks(payment, Transition.REFUNDED)).isEqualTo(3);
    assertThat(till.stored(payment).totals().refunded()).isEqualTo(Till.PRICE);
    assertThat(till.stored(payment).totals().anomalies()).isEmpty();
  }

  /** The twin: whoever asks to send an operation may. */
  private PaymentStore withoutClaims() {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("claim")
                ? new ClaimResult.Claimed(((Operation) arguments[0]).sentAgain())
                : method.invoke(till.store, arguments);
    return (PaymentStore)
        Proxy.newProxyInstance(
            PaymentStore.class.getClassLoader(), new Class<?>[] {PaymentStore.class}, handler);
  }

  @Test
  void control_without_claims_and_under_random_keys_the_bank_does_it_more_than_once() {
    Payment payment = till.payment(booking, "control", Till.TOKEN);
    till.store.open(payment, Duration.ofMinutes(1));
    PaymentDesk careless =
        PaymentDesk.builder(
                till.travel.bookings(), withoutClaims(), Bank.RANDOM_KEYS.over(till.bank))
            .build();

    Race.finishes(8, number -> careless.start(payment));

    assertThat(till.inBooks(payment, Transition.AUTHORIZED)).isGreaterThan(1);
  }
}
