package io.travelsuite.jdbc.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxEntry;
import io.travelsuite.payments.sandbox.SandboxProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.joda.money.Money;

/** Seats in a database, a sandbox bank and a desk between them. Closing it drops the database. */
final class Till implements AutoCloseable {

  /** For two seats. */
  static final Money PRICE = Money.parse("EUR 120.00");

  static final URI BACK = URI.create("https://shop.example/back");
  static final PaymentMethod TOKEN = new PaymentMethod.Token("tok_1", BACK);
  static final PaymentMethod HOSTED = new PaymentMethod.Hosted(BACK);

  private static final int MOST_ROUNDS = 200;

  final Fixture fixture = Fixture.create();
  final TestClock clock = TestClock.create();
  final JdbcTravel travel =
      JdbcTravel.builder(fixture.schema().dataSource(16)).clock(clock).build();
  final JdbcPayments store = JdbcPayments.of(travel);
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  SandboxBooks books;
  SandboxProvider bank;
  PaymentDesk desk;

  private Till(SandboxBooks books) {
    open(books);
  }

  static Till create() {
    return new Till(SandboxBooks.inMemory());
  }

  /** With books that outlive a process. */
  static Till withBooksIn(Path file) {
    return new Till(SandboxBooks.inFile(file));
  }

  /** Opens the bank on its books as they are now. */
  void open(SandboxBooks found) {
    books = found;
    bank = new SandboxProvider(found);
    desk = PaymentDesk.builder(travel.bookings(), store, bank).alerts(alerts::add).build();
  }

  Booking hold(OccurrenceId occurrence) {
    return travel.bookings().hold(HoldRequest.of(occurrence, 2)).orElseThrow();
  }

  Payment payment(Booking booking, String key, PaymentMethod method) {
    return payment(fixture, booking, key, method);
  }

  static Payment payment(Fixture fixture, Booking booking, String key, PaymentMethod method) {
    Account account = new Account(fixture.operator().id(), "sandbox", Mode.TEST);
    return new Payment(account, key, booking.id(), PRICE, method, "Two seats", "customer-1");
  }

  StoredPayment stored(Payment payment) {
    return store.find(payment.reference()).orElseThrow();
  }

  void letHoldsExpire() {
    clock.advance(Duration.ofMinutes(16));
  }

  /** As a restarted host does, until nothing is due any more. */
  void reconcile() {
    for (int round = 0; round < MOST_ROUNDS && due() > 0; round++) {
      clock.advance(Duration.ofMinutes(2L << Math.min(round, 8)));
      desk.reconciler().run(100);
    }
    assertThat(due()).as("still due").isZero();
  }

  private long due() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_payment WHERE due_at IS NOT NULL");
  }

  /** How often something happened to a payment by the bank's own books. */
  long inBooks(Payment payment, Transition transition) {
    return books.entries().stream()
        .filter(entry -> entry.what() == SandboxEntry.What.FACT)
        .filter(entry -> entry.reference().equals(payment.reference().value()))
        .filter(entry -> entry.transition() == transition)
        .count();
  }

  long confirmed() {
    return fixture.rows().number("SELECT COUNT(*) FROM travel_booking WHERE state = 'CONFIRMED'");
  }

  /** What everything here is about; the money is counted in the bank's own books. */
  void assertMoneyEqualsSeats(Payment... payments) {
    Money charged = Money.zero(PRICE.getCurrencyUnit());
    for (Payment payment : payments) {
      for (Transition transition : Transition.values()) {
        assertThat(inBooks(payment, transition)).as("%s", transition).isLessThanOrEqualTo(1);
      }
      StoredPayment stored = stored(payment);
      assertThat(stored.totals().anomalies()).isEmpty();
      assertThat(stored.totals().uncaptured().isZero()).as("nothing is kept back").isTrue();
      assertThat(stored.totals().kept()).isEqualTo(bank.charged(payment));
      assertThat(stored.operations()).allMatch(operation -> operation.state().settled());
      charged = charged.plus(bank.charged(payment));
    }
    assertThat(charged).as("money").isEqualTo(PRICE.multipliedBy(confirmed()));
    fixture.assertNoDrift();
  }

  @Override
  public void close() {
    fixture.close();
  }
}
