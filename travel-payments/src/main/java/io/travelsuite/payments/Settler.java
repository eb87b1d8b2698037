package io.travelsuite.payments;

import io.travelsuite.booking.Booking;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import java.net.URI;
import java.util.Optional;
import org.joda.money.Money;

/**
 * Brings money and seats together. Looks at nothing but what is stored, and each of its steps may
 * be repeated or be taken by two at once: seats are confirmed under the payment's reference, the
 * fate is decided by a compare-and-set, operations are claimed.
 *
 * <p>Who loses the decision undoes what it did: seats confirmed for a payment that was orphaned
 * meanwhile are cancelled.
 */
final class Settler {

  private final PaymentStore store;
  private final SeatDesk seats;
  private final MoneyDesk money;
  private final FactBook book;
  private final PaymentDesk.Settings settings;

  Settler(PaymentDesk.Settings settings, SeatDesk seats, MoneyDesk money, FactBook book) {
    this.settings = settings;
    this.store = settings.store();
    this.seats = seats;
    this.money = money;
    this.book = book;
  }

  /** Takes a payment as far as it goes now. */
  PayResult advance(StoredPayment payment) {
    return switch (payment.fate()) {
      case OPEN -> open(payment);
      case SOLD -> collect(payment);
      case ORPHANED -> unwind(payment);
    };
  }

  private PayResult open(StoredPayment payment) {
    Money ours = payment.totals().uncaptured().plus(payment.totals().kept());
    if (ours.isZero()) {
      return withoutMoney(payment);
    }
    boolean enough = !ours.isLessThan(payment.payment().amount());
    SeatDesk.Seats got = enough ? seats.confirm(payment.payment()) : SeatDesk.Seats.NONE;
    return switch (got) {
      case SOLD -> advance(decide(payment, Fate.OPEN, Fate.SOLD));
      case NONE -> advance(decide(payment, Fate.OPEN, Fate.ORPHANED));
      case BUSY -> new PayResult.Unclear(payment);
    };
  }

  private StoredPayment decide(StoredPayment payment, Fate expected, Fate next) {
    StoredPayment decided = store.decide(payment.reference(), expected, next);
    settings.steps().accept(Step.DECIDED);
    if (next == Fate.ORPHANED && decided.fate() == next) {
      book.alert("payment.orphaned", decided, "There is money and there are no seats for it.");
    }
    return decided;
  }

  private static PayResult withoutMoney(StoredPayment payment) {
    Operation asked = authorization(payment);
    String detail = asked.detail() == null ? "" : asked.detail();
    return switch (asked.state()) {
      case DECLINED -> new PayResult.Declined(payment, detail);
      case DONE -> new PayResult.Declined(payment, "the authorization failed or lapsed");
      case PENDING -> new PayResult.AwaitingCustomer(payment, URI.create(detail));
      case PLANNED, SENT, UNKNOWN -> new PayResult.Unclear(payment);
    };
  }

  static Operation authorization(StoredPayment payment) {
    return payment.operation(Operation.Kind.AUTHORIZE, "1").orElseThrow();
  }

  /** The seats are sold: takes what is authorized. */
  private PayResult collect(StoredPayment payment) {
    Money left = payment.payment().amount().minus(payment.totals().captured());
    if (!left.isPositive()) {
      return paid(payment);
    }
    if (seats.standing(payment.payment()).isEmpty()) {
      return advance(decide(payment, Fate.SOLD, Fate.ORPHANED));
    }
    ClaimResult claim = perform(payment, Operation.Kind.CAPTURE, left);
    StoredPayment after = read(payment.reference());
    if (!after.totals().captured().isLessThan(payment.payment().amount())) {
      return paid(after);
    }
    return isRefused(claim) ? uncollectable(after) : new PayResult.Unclear(after);
  }

  /** A capture whose sender died before it was settled is settled now: its money is there. */
  private PayResult paid(StoredPayment payment) {
    Optional<Booking> booking =
        seats.standing(payment.payment()).or(() -> seats.booking(payment.payment()));
    return new PayResult.Paid(finish(payment, Operation.Kind.CAPTURE), booking.orElseThrow());
  }

  private static boolean isRefused(ClaimResult claim) {
    return claim instanceof ClaimResult.NoRoom
        || (claim instanceof ClaimResult.Settled settled
            && settled.operation().state() == Operation.State.DECLINED);
  }

  /** Perhaps it was refused since it was done: the provider is asked before seats are lost. */
  private PayResult uncollectable(StoredPayment payment) {
    Lookup answer = settings.provider().lookUp(payment.payment(), payment.providerPayment());
    if (!(answer instanceof Lookup.Found found)) {
      return new PayResult.Unclear(payment);
    }
    found.facts().forEach(fact -> money.apply(payment, fact));
    StoredPayment after = read(payment.reference());
    if (!after.totals().captured().isLessThan(after.payment().amount())) {
      return paid(after);
    }
    return advance(decide(after, Fate.SOLD, Fate.ORPHANED));
  }

  /** There are no seats: gives back those that were taken, and the money. */
  private PayResult unwind(StoredPayment payment) {
    seats.giveBack(payment.payment());
    if (settings.orphans().choose(payment) == OrphanHook.Choice.KEEP) {
      return new PayResult.OrphanedPayment(payment, false);
    }
    StoredPayment now = finish(payment, Operation.Kind.CAPTURE);
    if (now.totals().uncaptured().isPositive()) {
      perform(now, Operation.Kind.VOID, now.totals().uncaptured());
      now = read(now.reference());
    }
    if (now.totals().kept().isPositive()) {
      perform(now, Operation.Kind.REFUND, now.totals().kept());
      now = read(now.reference());
    }
    now = finish(finish(now, Operation.Kind.VOID), Operation.Kind.REFUND);
    boolean nothingLeft = now.totals().uncaptured().isZero() && now.totals().kept().isZero();
    return new PayResult.OrphanedPayment(now, nothingLeft && !isOpen(now));
  }

  /** Sends again what nobody knows the outcome of. */
  StoredPayment finish(StoredPayment payment, Operation.Kind kind) {
    boolean any = false;
    for (Operation operation : payment.operations()) {
      if (operation.kind() == kind && !operation.state().settled()) {
        money.perform(payment, operation);
        any = true;
      }
    }
    return any ? read(payment.reference()) : payment;
  }

  static boolean isOpen(StoredPayment payment) {
    return payment.operations().stream().anyMatch(operation -> !operation.state().settled());
  }

  /**
   * The key is what was moved before: whoever asks at the same point asks under the same key, and
   * what is asked after it was done is another operation.
   */
  private ClaimResult perform(StoredPayment payment, Operation.Kind kind, Money amount) {
    Money before =
        switch (kind) {
          case CAPTURE -> payment.totals().captured();
          case VOID -> payment.totals().voided();
          case REFUND -> payment.totals().refunded();
          case AUTHORIZE ->
              throw new IllegalArgumentException("authorized once, under its own key");
        };
    String key = "after " + before.getAmountMinorLong();
    return money.perform(payment, Operation.planned(payment.reference(), kind, key, amount));
  }

  StoredPayment read(PaymentReference reference) {
    return store.find(reference).orElseThrow();
  }
}
