package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.SubjectKeyStore;
import io.travelsuite.security.data.SubjectRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The keys of persons in the database. That some were destroyed is in the audit log. */
final class JdbcSubjectKeys implements SubjectKeyStore {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String PAST_SNAPSHOT = " LOCK IN SHARE MODE";

  private final OwnTransactions transactions;

  JdbcSubjectKeys(OwnTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public Optional<SubjectRecord> find(DataSubject subject) {
    return transactions.read(Freshness.CLUSTER, handle -> find(handle, subject, ""));
  }

  private static Optional<SubjectRecord> find(Handle handle, DataSubject subject, String lock) {
    return SubjectKeyTable.find(handle, subject.operator().value(), subject.id(), lock)
        .map(SubjectKeyText::record);
  }

  @Override
  public SubjectRecord create(SubjectRecord first) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          SubjectKeyTable.insertAbsent(unit.handle(), SubjectKeyText.row(first));
          return find(unit.handle(), first.subject(), PAST_SNAPSHOT).orElseThrow();
        });
  }

  @Override
  public boolean replace(SubjectRecord next) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> SubjectKeyTable.replace(unit.handle(), SubjectKeyText.row(next)));
  }

  @Override
  public void destroy(DataSubject subject, Instant at) {
    try {
      transactions.write(Freshness.CLUSTER, unit -> destroy(unit.handle(), subject, at));
    } catch (DuplicateKeyException madeMeanwhile) {
      transactions.write(Freshness.CLUSTER, unit -> destroy(unit.handle(), subject, at));
    }
  }

  private static boolean destroy(Handle handle, DataSubject subject, Instant at) {
    UUID operator = subject.operator().value();
    boolean changed = SubjectKeyTable.destroy(handle, operator, subject.id(), at);
    if (!changed && find(handle, subject, PAST_SNAPSHOT).isEmpty()) {
      SubjectRecord mark = new SubjectRecord(subject, 1, List.of(), at);
      SubjectKeyTable.insert(handle, List.of(SubjectKeyText.row(mark)));
      changed = true;
    }
    if (changed) {
      AuditTable.About about = new AuditTable.About(operator, subject.id());
      AuditTable.add(handle, about, AuditTable.Done.of("person.erased"), at);
    }
    return changed;
  }

  @Override
  public List<SubjectRecord> after(@Nullable DataSubject last, int limit) {
    OperatorId operator = last == null ? new OperatorId(FIRST) : last.operator();
    UUID subject = last == null ? FIRST : last.id();
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            SubjectKeyTable.after(handle, operator.value(), subject, limit).stream()
                .map(SubjectKeyText::record)
                .toList());
  }
}
