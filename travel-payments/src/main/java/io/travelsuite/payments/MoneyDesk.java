package io.travelsuite.payments;

import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.ProviderKey;
import io.travelsuite.payments.ledger.StoredPayment;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The money's side: an operation is recorded, sent with no connection held, and what came of it is
 * recorded. Whoever finds it half done does the rest, under the same key at the provider.
 */
final class MoneyDesk {

  private final PaymentStore store;
  private final PaymentProvider provider;
  private final Lease lease;
  private final Consumer<Step> steps;
  private final FactBook book;

  MoneyDesk(PaymentDesk.Settings settings, FactBook book) {
    this.store = settings.store();
    this.provider = settings.provider();
    this.lease = new Lease(settings.lease(), settings.provider().keysKept());
    this.steps = settings.steps();
    this.book = book;
  }

  /**
   * Has an operation done, unless it was done or somebody is at it.
   *
   * @return what the store said of it; {@code Settled} when it was done just now
   */
  ClaimResult perform(StoredPayment payment, Operation wanted) {
    ClaimResult claim = store.claim(wanted, lease);
    if (!(claim instanceof ClaimResult.Claimed claimed)) {
      return claim;
    }
    steps.accept(Step.CLAIMED);
    Outcome outcome = ask(payment, claimed.operation());
    steps.accept(Step.ANSWERED);
    StoredPayment after = record(payment, claimed.operation(), outcome);
    steps.accept(Step.SETTLED);
    Operation now = after.operation(wanted.kind(), wanted.key()).orElseThrow();
    return now.state().settled() ? new ClaimResult.Settled(now) : new ClaimResult.InFlight(now);
  }

  private Outcome ask(StoredPayment stored, Operation operation) {
    String key =
        ProviderKey.of(stored.payment().account(), stored.payment().key(), operation.name());
    if (operation.kind() == Operation.Kind.AUTHORIZE) {
      return provider.authorize(stored.payment(), key);
    }
    String named = stored.providerPayment();
    if (named == null) {
      return new Outcome.Unknown("the provider's name for the payment is not known");
    }
    Effect effect = new Effect(stored.payment(), named, operation.amount(), key);
    return switch (operation.kind()) {
      case CAPTURE -> provider.capture(effect);
      case VOID -> provider.voidAuthorization(effect);
      case REFUND -> provider.refund(effect);
      case AUTHORIZE -> throw new AssertionError(operation);
    };
  }

  /** Facts first: an operation is done when what it did is in the books. */
  private StoredPayment record(StoredPayment payment, Operation operation, Outcome outcome) {
    if (outcome instanceof Outcome.Done done) {
      String named = null;
      for (Fact fact : done.facts()) {
        apply(payment, fact);
        named = fact.payment();
      }
      return settle(operation.state(Operation.State.DONE, null), named);
    }
    if (outcome instanceof Outcome.Pending pending) {
      String redirect = pending.redirect().toString();
      return settle(operation.state(Operation.State.PENDING, redirect), pending.providerPayment());
    }
    if (outcome instanceof Outcome.Declined declined) {
      return settle(operation.state(Operation.State.DECLINED, declined.reason()), null);
    }
    String reason = ((Outcome.Unknown) outcome).reason();
    return settle(operation.state(Operation.State.UNKNOWN, reason), null);
  }

  /** A provider whose answer is about something else is not believed. */
  void apply(StoredPayment payment, Fact fact) {
    PaymentReference told = fact.reference();
    if (!book.isOurs(fact) || (told != null && !told.equals(payment.reference()))) {
      throw new ForeignFactException(payment.reference(), fact);
    }
    book.apply(fact.about(payment.reference()));
  }

  StoredPayment settle(Operation operation, @Nullable String providerPayment) {
    return store.settle(operation, providerPayment);
  }
}
