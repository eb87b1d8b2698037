package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.jdbc.Transactions.Freshness;
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
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Payments in the database: what a {@link io.travelsuite.payments.PaymentDesk} keeps its ledger in.
 *
 * <pre>{@code
 * PaymentStore store = JdbcPayments.of(travel);
 * PaymentDesk desk = PaymentDesk.builder(travel.bookings(), store, provider).build();
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. Needs travel-payments on the
 * class path, which travel-jdbc does without otherwise. Each method is a transaction of its own,
 * retried as those of {@link JdbcTravel} are; when the answer to a COMMIT is lost, the next try
 * finds what it has written and answers what it would have. Every change of a payment is decided
 * with its row locked, by its primary key.
 *
 * <p>No text that is stored holds a card number: intents and keys refuse one, and in a provider's
 * reasons it is struck out but for its last four digits. A payment keeps at most 1,000 facts and
 * 1,000 operations; what comes after them is refused with {@link InvalidRequestException}, and so
 * is a fact that another payment has. Payments are never deleted.
 */
public final class JdbcPayments implements PaymentStore {

  private static final int MOST_DUE = 1000;

  /** Under the payment's lock a plain read is stale only in a host's snapshot. */
  private static final String PLAIN = "";

  private static final String PAST_SNAPSHOT = " LOCK IN SHARE MODE";

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  private JdbcPayments(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * {@return the payments in a library's database}
   *
   * @param travel the library
   */
  public static JdbcPayments of(JdbcTravel travel) {
    return new JdbcPayments(travel.transactions(), travel.clock());
  }

  @Override
  public StoredPayment open(Payment payment, Duration firstCheck) {
    Optional<StoredPayment> there = find(payment.reference());
    if (there.isPresent()) {
      return there.get();
    }
    try {
      return transactions.write(
          Freshness.CLUSTER, unit -> insert(unit.handle(), payment, firstCheck));
    } catch (DuplicateKeyException e) {
      return find(payment.reference()).orElseThrow(); // somebody else, or we before a lost answer
    }
  }

  private StoredPayment insert(Handle handle, Payment payment, Duration firstCheck) {
    Instant now = clock.now(handle);
    PaymentRow row = PaymentTable.insert(handle, payment, now, now.plus(firstCheck));
    Operation authorize =
        Operation.planned(payment.reference(), Operation.Kind.AUTHORIZE, "1", payment.amount());
    OperationRow operation = new OperationRow(authorize, 1, null, now, now);
    PaymentOperationTable.insert(handle, row, operation);
    PaymentAudit.write(handle, row, "payment.opened", now);
    return new KeptPayment(row, List.of(), List.of(operation)).stored();
  }

  @Override
  public Optional<StoredPayment> find(PaymentReference reference) {
    return transactions.snapshot(
        handle ->
            PaymentTable.find(handle, reference)
                .map(row -> KeptPayment.of(handle, row, PLAIN).stored()));
  }

  @Override
  public ApplyResult apply(Fact fact) {
    return apply(transactions, fact);
  }

  /**
   * The same within the host's transaction: the fact commits or rolls back with the host's rows,
   * such as the mark that a webhook was handled. It makes the payment due for the reconciler, which
   * does what follows. As with {@link JdbcTravel#joining}: never retried, and after a deadlock the
   * host restarts all of its transaction. {@link ApplyResult.NoSuchPayment} may be the answer too
   * where the payment was recorded after the transaction's snapshot.
   *
   * @param connection the host's, used by one thread, with autocommit off
   * @param fact what happened
   * @return {@link ApplyResult.Applied} or {@link ApplyResult.NoSuchPayment}
   * @throws IllegalStateException when autocommit is on
   */
  public ApplyResult apply(Connection connection, Fact fact) {
    return apply(new JoinedTransactions(connection, transactions.handles()), fact);
  }

  private ApplyResult apply(Transactions where, Fact fact) {
    UUID call = UuidCreator.getTimeOrderedEpoch();
    String lock = where.joined() ? PAST_SNAPSHOT : PLAIN;
    try {
      return where.write(
          Freshness.CLUSTER, unit -> apply(unit.handle(), new FactRow(fact, call), lock));
    } catch (DuplicateKeyException e) {
      throw new InvalidRequestException("fact", fact.text(), "must not be of another payment");
    }
  }

  private ApplyResult apply(Handle handle, FactRow told, String lock) {
    Optional<PaymentRow> found =
        PaymentTable.id(handle, told.fact())
            .map(id -> PaymentTable.lock(handle, id))
            .filter(row -> row.isMeant(told.fact()));
    if (found.isEmpty()) {
      return new ApplyResult.NoSuchPayment();
    }
    PaymentRow row = found.get();
    KeptPayment kept = KeptPayment.of(handle, row, lock);
    Optional<FactRow> known = kept.fact(told.fact());
    if (known.isPresent()) {
      boolean ours = known.get().told().equals(told.told());
      return new ApplyResult.Applied(kept.stored(), ours);
    }
    Instant now = clock.now(handle);
    PaymentFactTable.insert(handle, row, told, now);
    PaymentAudit.told(handle, row, told.fact(), now);
    PaymentRow next = row.fact(told.fact(), now);
    PaymentTable.save(handle, next);
    FactRow named = new FactRow(told.fact().about(row.payment().reference()), told.told());
    return new ApplyResult.Applied(kept.fact(next, named).stored(), true);
  }

  @Override
  public ClaimResult claim(Operation wanted, Lease lease) {
    UUID owner = UUID.randomUUID();
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          KeptPayment payment = locked(unit.handle(), wanted.payment());
          Instant now = clock.now(unit.handle());
          OperationClaim claim =
              OperationClaim.of(payment, wanted, new OperationClaim.Asked(owner, lease, now));
          OperationRow next = claim.next();
          if (next != null) {
            write(unit.handle(), payment, next);
            PaymentAudit.operation(unit.handle(), payment.row(), next.operation(), now);
          }
          return claim.answer();
        });
  }

  private static void write(Handle handle, KeptPayment payment, OperationRow next) {
    if (next.ordinal() > payment.operations().size()) {
      PaymentOperationTable.insert(handle, payment.row(), next);
    } else {
      PaymentOperationTable.update(handle, payment.row(), next);
    }
    PaymentTable.save(handle, payment.row().claimed(next));
  }

  @Override
  public StoredPayment settle(Operation operation, @Nullable String providerPayment) {
    return transactions.write(
        Freshness.CLUSTER, unit -> settle(unit.handle(), operation, providerPayment).stored());
  }

  private KeptPayment settle(Handle handle, Operation operation, @Nullable String providerPayment) {
    KeptPayment payment = locked(handle, operation.payment());
    OperationRow kept = payment.operation(operation).orElse(null);
    unless(kept != null, "operation", operation.name(), "must be recorded");
    OperationRow known = Objects.requireNonNull(kept);
    Operation next = known.operation().state(operation.state(), operation.detail());
    boolean changes = replaces(known.operation(), next);
    PaymentRow row = payment.row().settled(changes, providerPayment);
    if (changes) {
      PaymentOperationTable.update(handle, row, known.operation(next));
      PaymentAudit.operation(handle, row, next, clock.now(handle));
    }
    if (!row.equals(payment.row())) {
      PaymentTable.save(handle, row);
    }
    return changes ? payment.operation(row, known.operation(next)) : payment.row(row);
  }

  /** What is settled stays, and UNKNOWN says less than PENDING. */
  private static boolean replaces(Operation known, Operation next) {
    boolean lessKnown =
        known.state() == Operation.State.PENDING && next.state() == Operation.State.UNKNOWN;
    return !known.state().settled() && !lessKnown && !known.equals(next);
  }

  @Override
  public StoredPayment decide(PaymentReference reference, Fate expected, Fate next) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          KeptPayment payment = locked(unit.handle(), reference);
          if (payment.row().fate() != expected || expected == next) {
            return payment.stored();
          }
          PaymentRow row = payment.row().fate(next);
          PaymentTable.save(unit.handle(), row);
          String action = "payment." + next.name().toLowerCase(Locale.ROOT);
          PaymentAudit.write(unit.handle(), row, action, clock.now(unit.handle()));
          return payment.row(row).stored();
        });
  }

  private static KeptPayment locked(Handle handle, PaymentReference reference) {
    PaymentRow row = PaymentTable.lock(handle, id(handle, reference));
    return KeptPayment.of(handle, row, PLAIN);
  }

  private static UUID id(Handle handle, PaymentReference reference) {
    return PaymentTable.id(handle, reference)
        .orElseThrow(
            () -> new InvalidRequestException("reference", reference, "must be a payment's"));
  }

  @Override
  public List<Due> due(String provider, Mode mode, int limit, Duration lease) {
    unless(limit >= 1 && limit <= MOST_DUE, "limit", limit, "must be 1 to 1,000");
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          Instant now = clock.now(unit.handle());
          List<Due> taken = new ArrayList<>();
          int before;
          do { // another JVM may take what was just seen, and leave what comes after
            before = taken.size();
            PaymentTable.Window window = new PaymentTable.Window(now, limit - before);
            for (UUID id : PaymentTable.due(unit.handle(), provider, mode, window)) {
              PaymentTable.take(unit.handle(), id, now, now.plus(lease)).ifPresent(taken::add);
            }
          } while (taken.size() > before && taken.size() < limit);
          return taken;
        });
  }

  @Override
  public void checkAgain(PaymentReference reference, int version, @Nullable Duration after) {
    transactions.write(
        Freshness.CLUSTER,
        unit -> {
          UUID id = id(unit.handle(), reference);
          Instant due = after == null ? null : clock.now(unit.handle()).plus(after);
          PaymentTable.checkAgain(unit.handle(), id, version, due);
          return true;
        });
  }
}
