package io.travelsuite.payments;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.sandbox.MemoryPaymentStore;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxProvider;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.joda.money.Money;

/** Four seats, a sandbox and a desk; the desk's process may die, the rest stays. */
final class Shop {

  static final OccurrenceId TOUR = new OccurrenceId(new UUID(3, 3));
  static final Money PRICE = Money.parse("EUR 120.00");
  static final URI BACK = URI.create("https://shop.example/back");

  final TestClock clock = new TestClock();
  final MemoryBookings bookings = new MemoryBookings(clock, 4);
  final MemoryPaymentStore store = new MemoryPaymentStore(clock);
  final SandboxProvider bank = new SandboxProvider(SandboxBooks.inMemory());
  final List<Alert> alerts = new CopyOnWriteArrayList<>();
  PaymentDesk desk = builder(step -> {}).build();

  PaymentDeskBuilder builder(Consumer<Step> steps) {
    return PaymentDesk.builder(bookings, store, bank).alerts(alerts::add).steps(steps);
  }

  Booking hold() {
    return bookings.hold(HoldRequest.of(TOUR, 2)).orElseThrow();
  }

  Payment payment(Booking booking, String key, PaymentMethod method) {
    Account account = new Account(MemoryBookings.OPERATOR, "sandbox", Mode.TEST);
    return new Payment(account, key, booking.id(), PRICE, method, "Two seats", "customer-1");
  }

  Payment byToken(Booking booking) {
    return payment(booking, "k1", new PaymentMethod.Token("tok_1", BACK));
  }

  Payment hosted(Booking booking) {
    return payment(booking, "k1", new PaymentMethod.Hosted(BACK));
  }

  void letHoldsExpire() {
    clock.pass(Duration.ofMinutes(16));
  }

  void reconcileUntilQuiet() {
    for (int i = 0; i < 60; i++) {
      clock.pass(Duration.ofMinutes(2L << Math.min(i, 8)));
      desk.reconciler().run(100);
    }
  }

  StoredPayment stored(Payment payment) {
    return store.find(payment.reference()).orElseThrow();
  }

  /** What everything here is about. */
  void assertMoneyEqualsSeats(Payment... payments) {
    Money charged = Money.zero(PRICE.getCurrencyUnit());
    for (Payment payment : payments) {
      assertThat(bank.charges(payment.reference())).as("charges").isLessThanOrEqualTo(1);
      assertThat(stored(payment).totals().anomalies()).isEmpty();
      assertThat(stored(payment).totals().kept()).isEqualTo(bank.charged(payment));
      charged = charged.plus(bank.charged(payment));
    }
    assertThat(charged).as("money").isEqualTo(PRICE.multipliedBy(bookings.sold() / 2));
  }
}
