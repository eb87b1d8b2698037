package io.travelsuite.payments.sandbox;

import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Ledger;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One payment of a {@link MemoryPaymentStore}, which guards it. */
final class MemoryPayment {

  /** An operation, since when it is recorded, and until when it is somebody's. */
  record Kept(Operation operation, Instant since, Instant until) {
    boolean isFree(Instant now, Lease lease) {
      boolean young = now.isBefore(since.plus(lease.takenOverWithin()));
      return young
          && switch (operation.state()) {
            case PLANNED, UNKNOWN -> true;
            case SENT -> !now.isBefore(until);
            case PENDING, DONE, DECLINED -> false;
          };
    }
  }

  private final Payment payment;
  private final List<Fact> facts = new ArrayList<>();
  private final List<Kept> operations = new ArrayList<>();
  private @Nullable String providerPayment;
  private Fate fate = Fate.OPEN;
  private int version = 1;
  private int looks;
  private Instant due;

  MemoryPayment(Payment payment, Instant now, Instant due) {
    this.payment = payment;
    this.due = due;
    Operation authorize =
        Operation.planned(payment.reference(), Operation.Kind.AUTHORIZE, "1", payment.amount());
    operations.add(new Kept(authorize, now, now));
  }

  StoredPayment stored() {
    return new StoredPayment(
        payment,
        providerPayment,
        fate,
        Ledger.total(payment.amount(), facts),
        operations.stream().map(Kept::operation).toList(),
        version);
  }

  boolean isOf(String provider, Mode mode) {
    return payment.account().provider().equals(provider) && payment.account().mode() == mode;
  }

  boolean isMeant(Fact fact) {
    return isOf(fact.provider(), fact.mode())
        && (fact.reference() == null
            ? fact.payment().equals(providerPayment)
            : fact.reference().equals(payment.reference()));
  }

  boolean apply(Fact fact, Instant now) {
    if (facts.stream().anyMatch(fact::same)) {
      return false;
    }
    providerPayment = facts.isEmpty() ? fact.payment() : providerPayment;
    facts.add(fact);
    version++;
    looks = 0;
    due = now;
    return true;
  }

  private void learn(@Nullable String name) {
    providerPayment = providerPayment == null ? name : providerPayment;
  }

  @Nullable Kept kept(Operation operation) {
    return operations.stream()
        .filter(kept -> kept.operation().same(operation))
        .findFirst()
        .orElse(null);
  }

  void put(Kept kept) {
    operations.replaceAll(known -> known.operation().same(kept.operation()) ? kept : known);
    if (kept(kept.operation()) == null) {
      operations.add(kept);
    }
    version++;
  }

  void settle(Kept kept, Operation next, @Nullable String name) {
    Operation.State now = kept.operation().state();
    boolean lessKnown = now == Operation.State.PENDING && next.state() == Operation.State.UNKNOWN;
    if (!now.settled() && !lessKnown) {
      put(
          new Kept(
              kept.operation().state(next.state(), next.detail()), kept.since(), kept.until()));
    }
    learn(name);
  }

  void decide(Fate expected, Fate next) {
    if (fate == expected && fate != next) {
      fate = next;
      version++;
    }
  }

  Instant due() {
    return due;
  }

  boolean isDue(Instant now) {
    return !due.isAfter(now);
  }

  void dueBy(Instant time) {
    due = due.isBefore(time) ? due : time;
  }

  PaymentStore.Due look(Instant next) {
    due = next;
    return new PaymentStore.Due(payment.reference(), looks++);
  }

  void checkAgain(int seen, Instant next) {
    if (seen == version) {
      due = next;
    }
  }
}
