package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.retention.ExpirableRows;
import io.travelsuite.security.retention.ExpiredRow;
import io.travelsuite.security.retention.RetentionPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Records of the audit log, last needed when they were written; walked by their keys. */
final class AuditRetention implements ExpirableRows {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final RetentionPolicy policy;
  private final AtomicBoolean told = new AtomicBoolean();

  AuditRetention(OwnTransactions transactions, DatabaseClock clock, RetentionPolicy policy) {
    this.transactions = transactions;
    this.clock = clock;
    this.policy = policy;
  }

  @Override
  public List<ExpiredRow> before(Instant cutoff, @Nullable String cursor, int limit) {
    List<ExpiredRow> expired = new ArrayList<>();
    AuditTable.Key last = cursor == null ? AuditTable.Key.FIRST : AuditTable.Key.parse(cursor);
    List<AuditRecord> page;
    do {
      AuditTable.Key from = last;
      page =
          transactions.read(
              Freshness.CLUSTER, handle -> AuditTable.after(handle, from, Placeholders.MOST_KEYS));
      for (AuditRecord record : page) {
        last = AuditTable.Key.of(record);
        if (record.at().isBefore(cutoff) && expired.size() < limit) {
          expired.add(new ExpiredRow(subject(record), last.toString(), record.at()));
        }
      }
    } while (expired.size() < limit && page.size() == Placeholders.MOST_KEYS);
    return expired;
  }

  private static DataSubject subject(AuditRecord record) {
    return new DataSubject(new OperatorId(record.operator()), record.subject());
  }

  @Override
  public boolean apply(ExpiredRow row, RetentionPolicy.Action action) {
    unless(action == RetentionPolicy.Action.DELETE, "action", action, "must be to delete");
    AuditTable.Key key = AuditTable.Key.parse(row.cursor());
    boolean first = !told.get();
    boolean gone = transactions.write(Freshness.CLUSTER, unit -> delete(unit.handle(), key, first));
    if (gone) {
      told.set(true);
    }
    return gone;
  }

  private boolean delete(Handle handle, AuditTable.Key key, boolean first) {
    Instant now = clock.now(handle);
    boolean gone = AuditTable.delete(handle, key);
    if (gone && first) {
      Map<String, String> detail =
          Map.of(
              "policy", policy.dataClass(),
              "basis", policy.basis(),
              "before", policy.cutoff(now).toString());
      AuditTable.About about = new AuditTable.About(AuditTable.NOBODY, AuditTable.NOBODY);
      AuditTable.add(handle, about, new AuditTable.Done("audit.purged", detail), now);
    }
    return gone;
  }
}
