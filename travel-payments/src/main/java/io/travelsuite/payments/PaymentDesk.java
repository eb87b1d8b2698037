package io.travelsuite.payments;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.joda.money.Money;

/**
 * Money and seats together, through one provider. Thread-safe; starts no thread.
 *
 * <pre>{@code
 * PaymentDesk desk = PaymentDesk.builder(travel.bookings(), store, provider).alerts(sink).build();
 * StartResult result = desk.start(payment);          // while the hold lasts
 * scheduler.every(ofSeconds(10), () -> desk.reconciler().run(100));
 * }</pre>
 *
 * <p>Seats are confirmed once the money is authorized, and the money is captured once the seats are
 * confirmed. Where the hold has expired meanwhile, the same units are held again if they can be had
 * at the same price; else the payment is orphaned, and its money goes back.
 */
public final class PaymentDesk implements Payments {

  /** All of what a desk is made of. */
  record Settings(
      Bookings bookings,
      PaymentStore store,
      PaymentProvider provider,
      Duration lease,
      int mostLooks,
      OrphanHook orphans,
      AlertSink alerts,
      BiConsumer<StoredPayment, Fact> observer,
      Consumer<Step> steps) {}

  private final Settings settings;
  private final PaymentStore store;
  private final SeatDesk seats;
  private final MoneyDesk money;
  private final FactBook book;
  private final Inquiry inquiry;

  PaymentDesk(Settings settings) {
    this.settings = settings;
    store = settings.store();
    book = new FactBook(settings);
    seats = new SeatDesk(settings.bookings(), settings.steps());
    money = new MoneyDesk(settings, book);
    inquiry = new Inquiry(settings, money, book, new Settler(settings, seats, money, book));
  }

  /**
   * {@return a builder of a desk}
   *
   * @param bookings the seats
   * @param store where payments are kept
   * @param provider who moves the money
   */
  public static PaymentDeskBuilder builder(
      Bookings bookings, PaymentStore store, PaymentProvider provider) {
    return new PaymentDeskBuilder(bookings, store, provider);
  }

  /** {@return what finishes what was left half done, on the host's schedule} */
  public Reconciler reconciler() {
    return new Reconciler(settings, inquiry);
  }

  @Override
  public StartResult start(Payment payment) {
    PaymentProvider provider = settings.provider();
    unless(
        payment.account().provider().equals(provider.name())
            && payment.account().mode() == provider.mode(),
        "account",
        payment.account(),
        "must be of provider " + provider.name() + " in mode " + provider.mode());
    if (store.find(payment.reference()).isEmpty()) {
      Optional<Booking> booking = seats.booking(payment);
      if (booking.isEmpty()) {
        return new StartResult.NoSuchBooking();
      }
      unless(
          booking.get().operator().equals(payment.account().operator()),
          "account",
          payment.account(),
          "must be of the booking's operator");
      boolean held = booking.get().state() == BookingState.HELD;
      if (!held && store.find(payment.reference()).isEmpty()) { // nobody paid by this key meanwhile
        return new StartResult.NotPayable(booking.get().state());
      }
    }
    return carryOn(payment);
  }

  private StartResult carryOn(Payment payment) {
    StoredPayment stored = store.open(payment, settings.lease());
    if (!stored.payment().equals(payment)) {
      return new StartResult.KeyConflict(stored);
    }
    settings.steps().accept(Step.OPENED);
    money.perform(stored, Settler.authorization(stored));
    return new StartResult.Started(inquiry.advance(payment.reference(), 0));
  }

  @Override
  public Optional<PayResult> resume(PaymentReference reference) {
    return store.find(reference).map(stored -> inquiry.ask(stored, 0));
  }

  @Override
  public FactResult apply(Fact fact) {
    if (!book.isOurs(fact)) {
      book.reportForeign(fact);
      return new FactResult.NotOurs();
    }
    if (book.apply(fact) instanceof ApplyResult.Applied applied) {
      return new FactResult.Applied(inquiry.advance(applied.payment().reference(), 0));
    }
    return new FactResult.NoSuchPayment();
  }

  @Override
  public RefundResult refund(PaymentReference reference, Money amount, String key) {
    unless(key.length() <= 200, "key", key.length() + " characters", "must be at most 200");
    Payment.checkKey("key", key);
    Optional<StoredPayment> found = store.find(reference);
    if (found.isEmpty()) {
      return new RefundResult.NoSuchPayment();
    }
    StoredPayment stored = found.get();
    unless(
        amount.isSameCurrency(stored.payment().amount()) && amount.isPositive(),
        "amount",
        amount,
        "must be positive and in " + stored.payment().amount().getCurrencyUnit());
    Operation wanted = Operation.planned(reference, Operation.Kind.REFUND, "host/" + key, amount);
    ClaimResult claim = money.perform(stored, wanted);
    return answer(claim, inquiry.advance(reference, 0).payment());
  }

  private static RefundResult answer(ClaimResult claim, StoredPayment now) {
    if (claim instanceof ClaimResult.NoRoom none) {
      return new RefundResult.TooMuch(none.left());
    }
    if (claim instanceof ClaimResult.OtherAmount other) {
      return new RefundResult.KeyConflict(other.operation().amount());
    }
    if (!(claim instanceof ClaimResult.Settled settled)) {
      return new RefundResult.Unclear(now);
    }
    String reason = settled.operation().detail();
    return settled.operation().state() == Operation.State.DONE
        ? new RefundResult.Refunded(now)
        : new RefundResult.Declined(now, reason == null ? "" : reason);
  }

  @Override
  public Optional<StoredPayment> find(PaymentReference reference) {
    return store.find(reference);
  }
}
