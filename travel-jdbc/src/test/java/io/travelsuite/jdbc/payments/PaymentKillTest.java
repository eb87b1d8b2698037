package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.crash.ChildJvm;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The process that takes money for seats is killed at boundaries between two steps: at every other
 * one, or with {@code -Dtravel.kill.first=1} at those between. The database and the bank's own
 * books, in a file, are all that is left; from these the next process goes on.
 */
class PaymentKillTest {

  private static final Duration LEASE_AND_MORE = Duration.ofMinutes(2);

  private static final int FIRST = Integer.getInteger("travel.kill.first", 0);

  /** Boundaries from one kill to the next. */
  private static final int EVERY = 2;

  @TempDir private Path directory;
  private Path file;
  private Till till;
  private final List<Payment> payments = new ArrayList<>();

  @BeforeEach
  void open() {
    file = directory.resolve("books");
    till = Till.withBooksIn(file);
  }

  @AfterEach
  void close() {
    till.close();
  }

  private Payment next(OccurrenceId occurrence, PaymentMethod method) {
    Payment payment = till.payment(till.hold(occurrence), "key-" + payments.size(), method);
    payments.add(payment);
    return payment;
  }

  /** Plays a scene in another process; whether it was killed. What it left is then looked at. */
  private boolean dies(Scene scene, Payment payment, int boundary, Bank bank) throws IOException {
    List<String> arguments =
        List.of(
            till.fixture.schema().jdbcUrl(),
            file.toString(),
            till.clock.instant().toString(),
            scene.name(),
            Integer.toString(boundary),
            bank.name(),
            payment.account().operator().toString(),
            payment.booking().toString(),
            payment.key(),
            Boolean.toString(payment.method() instanceof PaymentMethod.Hosted));
    try (ChildJvm child = ChildJvm.start(DeadlyProgram.class, arguments)) {
      int code = child.end();
      System.out.println(scene + " " + boundary + ": " + child.lines());
      assertThat(code).isIn(0, DeadlyProgram.KILLED);
      till.open(SandboxBooks.inFile(file));
      return code == DeadlyProgram.KILLED;
    }
  }

  private boolean dies(Scene scene, Payment payment, int boundary) throws IOException {
    return dies(scene, payment, boundary, Bank.CAREFUL);
  }

  private void assertMoneyEqualsSeats() {
    till.assertMoneyEqualsSeats(payments.toArray(Payment[]::new));
  }

  private void assertOneCharge(Payment payment) {
    assertThat(till.inBooks(payment, Transition.AUTHORIZED)).isOne();
    assertThat(till.inBooks(payment, Transition.CAPTURED)).isOne();
    assertThat(till.bank.charged(payment)).isEqualTo(Till.PRICE);
    assertMoneyEqualsSeats();
  }

  @Test
  void killed_at_every_step_and_then_in_the_reconciler_it_charges_once() throws IOException {
    int boundary = FIRST;
    boolean died = true;
    while (died) {
      Payment payment = next(till.fixture.open(2), Till.TOKEN);
      died = dies(Scene.START, payment, boundary);
      if (died) {
        till.clock.advance(LEASE_AND_MORE);
        dies(Scene.RECONCILE, payment, boundary % 3);
      }
      till.reconcile();
      assertOneCharge(payment);
      boundary += EVERY;
    }
    assertThat(boundary).isGreaterThan(11);
  }

  @Test
  void killed_at_any_step_and_asked_again_by_the_customer_it_charges_once() throws IOException {
    for (int boundary = FIRST; boundary < 5; boundary += EVERY) {
      Payment payment = next(till.fixture.open(2), Till.TOKEN);
      assertThat(dies(Scene.START, payment, boundary)).isTrue();
      till.clock.advance(LEASE_AND_MORE);
      till.desk.start(payment);
      till.reconcile();
      assertOneCharge(payment);
    }
  }

  @Test
  void killed_at_every_step_with_late_money_it_takes_the_same_units_again() throws IOException {
    int boundary = FIRST;
    boolean died = true;
    while (died) {
      Payment payment = late(till.fixture.open(2), false);
      died = dies(Scene.RESUME, payment, boundary);
      boundary += EVERY;
      till.reconcile();
      assertOneCharge(payment);
    }
    assertThat(boundary).isGreaterThan(8);
  }

  @Test
  void killed_at_every_step_with_money_and_no_seats_it_gives_the_money_back_once()
      throws IOException {
    int boundary = FIRST;
    boolean died = true;
    long others = 0;
    while (died) {
      Payment payment = late(till.fixture.open(2), true);
      others++;
      died = dies(Scene.RESUME, payment, boundary);
      boundary += EVERY;
      till.reconcile();
      assertThat(till.inBooks(payment, Transition.VOIDED)).isOne();
      assertThat(till.inBooks(payment, Transition.CAPTURED)).isZero();
      assertThat(till.stored(payment).totals().uncaptured().isZero()).isTrue();
      assertThat(till.confirmed()).as("the other customers' seats").isEqualTo(others);
    }
    assertThat(boundary).isGreaterThan(5);
  }

  /** The customer pays when the hold has expired, and perhaps another has the seats. */
  private Payment late(OccurrenceId occurrence, boolean soldOut) {
    Payment payment = next(occurrence, Till.HOSTED);
    till.desk.start(payment).orElseThrow();
    till.letHoldsExpire();
    if (soldOut) {
      Booking other = till.travel.bookings().hold(HoldRequest.of(occurrence, 2)).orElseThrow();
      till.travel.bookings().confirm(other.id(), "another customer's");
    }
    till.bank.customerPays(payment.reference());
    return payment;
  }

  @Test
  void control_without_the_reconciler_there_is_money_and_no_seat() throws IOException {
    Payment payment = next(till.fixture.open(2), Till.TOKEN);

    assertThat(dies(Scene.START, payment, 2)).isTrue(); // the bank has answered

    assertThat(till.inBooks(payment, Transition.AUTHORIZED)).isOne();
    assertThat(till.stored(payment).totals().authorized().isZero()).isTrue();
    assertThatThrownBy(this::assertMoneyEqualsSeats).isInstanceOf(AssertionError.class);
  }

  @Test
  void control_with_random_keys_the_bank_does_it_twice() throws IOException {
    Payment payment = next(till.fixture.open(2), Till.TOKEN);
    assertThat(dies(Scene.START, payment, 2, Bank.RANDOM_KEYS)).isTrue();
    till.clock.advance(LEASE_AND_MORE);

    PaymentDesk careless =
        PaymentDesk.builder(till.travel.bookings(), till.store, Bank.RANDOM_KEYS.over(till.bank))
            .build();
    careless.start(payment);
    till.reconcile();

    assertThat(till.inBooks(payment, Transition.AUTHORIZED)).isEqualTo(2);
    assertThatThrownBy(this::assertMoneyEqualsSeats).isInstanceOf(AssertionError.class);
  }

  @Test
  void control_without_an_intent_the_customer_who_tries_again_is_charged_twice()
      throws IOException {
    Payment payment = next(till.fixture.open(2), Till.TOKEN);

    assertThat(dies(Scene.WITHOUT_INTENT, payment, 0)).isTrue();
    assertThat(dies(Scene.WITHOUT_INTENT, payment, 0)).isTrue();

    assertThat(till.books.entries())
        .filteredOn(entry -> entry.what() == SandboxEntry.What.FACT)
        .filteredOn(entry -> entry.transition() == Transition.CAPTURED)
        .hasSize(2);
    assertThat(till.confirmed()).isZero();
  }
}
