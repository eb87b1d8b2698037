package io.travelsuite.payments.sandbox;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.ClaimResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Lease;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.StoredPayment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory, for tests: it forgets everything when the process ends, and never forgets
 * anything before. Thread-safe.
 */
public final class MemoryPaymentStore implements PaymentStore {

  private final Clock clock;
  private final Map<PaymentReference, MemoryPayment> payments = new LinkedHashMap<>();

  /**
   * An empty store.
   *
   * @param clock what time it is
   */
  public MemoryPaymentStore(Clock clock) {
    this.clock = clock;
  }

  private Instant in(Duration time) {
    return clock.instant().plus(time);
  }

  private MemoryPayment get(PaymentReference reference) {
    MemoryPayment found = payments.get(reference);
    InvalidRequestException.unless(found != null, "reference", reference, "must be a payment's");
    return Objects.requireNonNull(found);
  }

  @Override
  public synchronized StoredPayment open(Payment payment, Duration firstCheck) {
    return payments
        .computeIfAbsent(
            payment.reference(), r -> new MemoryPayment(payment, clock.instant(), in(firstCheck)))
        .stored();
  }

  @Override
  public synchronized Optional<StoredPayment> find(PaymentReference reference) {
    return Optional.ofNullable(payments.get(reference)).map(MemoryPayment::stored);
  }

  @Override
  public synchronized ApplyResult apply(Fact fact) {
    Optional<MemoryPayment> found =
        payments.values().stream().filter(payment -> payment.isMeant(fact)).findFirst();
    if (found.isEmpty()) {
      return new ApplyResult.NoSuchPayment();
    }
    boolean fresh = found.get().apply(fact, clock.instant());
    return new ApplyResult.Applied(found.get().stored(), fresh);
  }

  @Override
  public synchronized ClaimResult claim(Operation wanted, Lease lease) {
    MemoryPayment payment = get(wanted.payment());
    MemoryPayment.Kept kept = payment.kept(wanted);
    if (kept == null || kept.operation().state() == Operation.State.PLANNED) {
      Money left = payment.stored().room(wanted);
      if (wanted.amount().isGreaterThan(left)) {
        return new ClaimResult.NoRoom(left);
      }
    }
    Operation now = kept == null ? wanted : kept.operation();
    if (!now.amount().equals(wanted.amount())) {
      return new ClaimResult.OtherAmount(now);
    }
    if (now.state().settled()) {
      return new ClaimResult.Settled(now);
    }
    if (kept != null && !kept.isFree(clock.instant(), lease)) {
      return new ClaimResult.InFlight(now);
    }
    Instant since = kept == null ? clock.instant() : kept.since();
    payment.put(new MemoryPayment.Kept(now.sentAgain(), since, in(lease.time())));
    payment.dueBy(in(lease.time()));
    return new ClaimResult.Claimed(now.sentAgain());
  }

  @Override
  public synchronized StoredPayment settle(Operation operation, @Nullable String providerPayment) {
    MemoryPayment payment = get(operation.payment());
    MemoryPayment.Kept kept = payment.kept(operation);
    InvalidRequestException.unless(kept != null, "operation", operation, "must be recorded");
    payment.settle(Objects.requireNonNull(kept), operation, providerPayment);
    return payment.stored();
  }

  @Override
  public synchronized StoredPayment decide(PaymentReference reference, Fate expected, Fate next) {
    MemoryPayment payment = get(reference);
    payment.decide(expected, next);
    return payment.stored();
  }

  @Override
  public synchronized List<Due> due(String provider, Mode mode, int limit, Duration lease) {
    Instant now = clock.instant();
    List<Due> due = new ArrayList<>();
    payments.values().stream()
        .filter(payment -> payment.isOf(provider, mode) && payment.isDue(now))
        .sorted(Comparator.comparing(MemoryPayment::due))
        .limit(limit)
        .toList()
        .forEach(payment -> due.add(payment.look(now.plus(lease))));
    return due;
  }

  @Override
  public synchronized void checkAgain(
      PaymentReference reference, int version, @Nullable Duration after) {
    get(reference).checkAgain(version, after == null ? Instant.MAX : in(after));
  }

  /** {@return all payments, in the order they were recorded} */
  public synchronized List<StoredPayment> all() {
    return payments.values().stream().map(MemoryPayment::stored).toList();
  }
}
