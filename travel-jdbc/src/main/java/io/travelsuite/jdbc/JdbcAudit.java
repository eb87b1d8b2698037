package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookingId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.retention.RetentionPolicy;
import io.travelsuite.security.retention.RetentionRun;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The audit log, to be read; and to be kept by a policy, by an account that may.
 *
 * <pre>{@code
 * List<AuditRecord> page = audit.ofBooking(booking, null, 100);
 * while (!page.isEmpty()) {
 *   page.forEach(this::show);
 *   page = audit.ofBooking(booking, page.get(page.size() - 1).id(), 100);
 * }
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls.
 */
public final class JdbcAudit {

  private static final UUID FIRST = new UUID(0, 0);
  private static final int MOST = 1_000;

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  private JdbcAudit(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * {@return the audit log in a library's database}
   *
   * @param travel the library
   */
  public static JdbcAudit of(JdbcTravel travel) {
    return new JdbcAudit(travel.transactions(), travel.clock());
  }

  /**
   * {@return what was done with a booking and its payments, the oldest first}
   *
   * @param booking which
   * @param after the last record of the page before, or null to begin
   * @param limit records, 1 to 1,000; fewer than these are the last
   */
  public List<AuditRecord> ofBooking(BookingId booking, @Nullable UUID after, int limit) {
    return ofSubject(booking.value(), after, limit);
  }

  /**
   * {@return what was done with something, the oldest first}
   *
   * @param subject its id: see {@link AuditRecord}
   * @param after the last record of the page before, or null to begin
   * @param limit records, 1 to 1,000; fewer than these are the last
   */
  public List<AuditRecord> ofSubject(UUID subject, @Nullable UUID after, int limit) {
    unless(limit >= 1 && limit <= MOST, "limit", limit, "must be 1 to 1,000");
    UUID from = after == null ? FIRST : after;
    return transactions.read(
        Freshness.CLUSTER, handle -> AuditTable.of(handle, subject, from, limit));
  }

  /**
   * A run of a policy over all records. Only an account with the privileges of {@link
   * Grants#auditKeeper} can apply it, which no server runs as; the first record that goes leaves
   * one of its own, {@code audit.purged}. What a legal hold keeps of a subject stays. Needs
   * travel-security on the class path.
   *
   * @param policy to delete; what it is called is that of legal holds, for example {@code audit}
   * @return the run; each record goes in a transaction of its own
   * @throws io.travelsuite.InvalidRequestException if the policy is not to delete
   */
  public RetentionRun retention(RetentionPolicy policy) {
    boolean deletes = policy.then() == RetentionPolicy.Action.DELETE;
    unless(deletes, "then", policy.then(), "must be to delete: a record tells of nobody");
    InstantSource database = () -> transactions.read(Freshness.LOCAL, clock::now);
    Clock told = database.withZone(ZoneOffset.UTC);
    return new RetentionRun(
        policy,
        new AuditRetention(transactions, clock, policy),
        new JdbcLegalHolds(transactions, clock),
        told);
  }
}
