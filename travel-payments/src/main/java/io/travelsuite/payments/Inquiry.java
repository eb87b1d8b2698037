package io.travelsuite.payments;

import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.StoredPayment;
import io.travelsuite.payments.ledger.Transition;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Asks a provider how far a payment is, carries on from there, and says when to look again. */
final class Inquiry {

  private static final Duration LONGEST_WAIT = Duration.ofHours(6);

  private final PaymentDesk.Settings settings;
  private final MoneyDesk money;
  private final FactBook book;
  private final Settler settler;

  Inquiry(PaymentDesk.Settings settings, MoneyDesk money, FactBook book, Settler settler) {
    this.settings = settings;
    this.money = money;
    this.book = book;
    this.settler = settler;
  }

  PayResult ask(StoredPayment stored, int looks) {
    Lookup answer = settings.provider().lookUp(stored.payment(), stored.providerPayment());
    if (answer instanceof Lookup.Found found) {
      found.facts().forEach(fact -> money.apply(stored, fact));
      learn(stored, found);
    } else if (answer instanceof Lookup.Absent && looks < settings.mostLooks()) {
      settler.finish(stored, Operation.Kind.AUTHORIZE);
    } else if (answer instanceof Lookup.Absent) {
      giveUp(stored);
    }
    settler.finish(settler.read(stored.reference()), Operation.Kind.REFUND);
    return advance(stored.reference(), looks);
  }

  /** Days later a request is on its way no more: what the provider does not have it never had. */
  private void giveUp(StoredPayment stored) {
    Operation asked = Settler.authorization(stored);
    money.settle(asked.state(Operation.State.DECLINED, "the provider never had it"), null);
  }

  /** What was found settles the authorization, which may have been answered to nobody. */
  private void learn(StoredPayment stored, Lookup.Found found) {
    Operation asked = Settler.authorization(settler.read(stored.reference()));
    if (asked.state().settled()) {
      return;
    }
    if (found.facts().stream().anyMatch(Inquiry::isMoney)) {
      money.settle(asked.state(Operation.State.DONE, null), found.providerPayment());
    } else if (!found.open()) {
      String reason = "the provider has ended it";
      money.settle(asked.state(Operation.State.DECLINED, reason), found.providerPayment());
    } else if (asked.state() != Operation.State.PENDING) {
      money.perform(stored, asked);
    }
  }

  private static boolean isMoney(Fact fact) {
    return fact.transition() == Transition.AUTHORIZED || fact.transition() == Transition.CAPTURED;
  }

  /** Does what follows from what is stored. */
  PayResult advance(PaymentReference reference, int looks) {
    PayResult result = settler.advance(settler.read(reference));
    StoredPayment seen = result.payment();
    settings.store().checkAgain(reference, seen.version(), wait(result, looks));
    return result;
  }

  private @Nullable Duration wait(PayResult result, int looks) {
    boolean settled = isSettled(result);
    boolean uncovered = result.payment().totals().anomalies().stream().anyMatch(a -> a.curable());
    if (settled && !uncovered && (looks > 0 || !(result instanceof PayResult.OrphanedPayment))) {
      return null;
    }
    if (looks < (settled ? Math.min(2, settings.mostLooks()) : settings.mostLooks())) {
      return backoff(looks);
    }
    book.reportUncovered(result.payment());
    if (!settled && !(result instanceof PayResult.AwaitingCustomer)) {
      String text = "Nothing was learned of it in %d looks. Look at the provider's own pages.";
      book.alert("payment.unresolved", result.payment(), text.formatted(looks));
    }
    return null;
  }

  /**
   * An orphaned payment is looked at once more: somebody slow may have confirmed its seats just
   * before it was decided.
   */
  private boolean isSettled(PayResult result) {
    if (result instanceof PayResult.OrphanedPayment orphaned) {
      return orphaned.givenBack()
          || settings.orphans().choose(orphaned.payment()) == OrphanHook.Choice.KEEP;
    }
    boolean over = result instanceof PayResult.Paid || result instanceof PayResult.Declined;
    return over && !Settler.isOpen(result.payment());
  }

  private Duration backoff(int looks) {
    Duration wait = settings.lease().multipliedBy(1L << Math.min(looks, 20));
    return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
  }
}
