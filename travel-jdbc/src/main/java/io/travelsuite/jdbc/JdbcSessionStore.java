package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.session.Session;
import io.travelsuite.security.session.SessionId;
import io.travelsuite.security.session.SessionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Sessions in the database. Rows are locked by their primary keys alone. When the answer to a
 * COMMIT is lost, the next try finds what it wrote, and answers it.
 */
final class JdbcSessionStore implements SessionStore {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  JdbcSessionStore(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Session add(NewSession session) {
    try {
      return transactions.write(Freshness.LOCAL, unit -> insert(unit.handle(), session));
    } catch (DuplicateKeyException oursBeforeALostAnswer) {
      return transactions
          .read(Freshness.CLUSTER, handle -> SessionTable.find(handle, session.id()))
          .orElseThrow();
    }
  }

  private Session insert(Handle handle, NewSession asked) {
    Instant now = clock.now(handle);
    Session session =
        new Session(
            asked.id(),
            asked.subject(),
            asked.label(),
            now,
            now,
            asked.terms().idle(),
            now.plus(asked.terms().absolute()));
    SessionTable.insert(handle, session, asked.hash());
    Map<String, String> detail = Map.of("subject", session.subject().value());
    audit(handle, session.id(), new AuditTable.Done("session.begun", detail), now);
    return session;
  }

  private static void audit(Handle handle, SessionId id, AuditTable.Done done, Instant at) {
    AuditTable.add(handle, new AuditTable.About(AuditTable.NOBODY, id.value()), done, at);
  }

  @Override
  public Optional<Looked> find(String hash) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            SessionTable.find(handle, hash).map(session -> new Looked(session, clock.now(handle))));
  }

  @Override
  public void seen(SessionId id, Instant now) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          SessionTable.seen(unit.handle(), id, now);
          return true;
        });
  }

  @Override
  public Optional<Session> rename(String hash, String next) {
    return transactions.write(Freshness.CLUSTER, unit -> renamed(unit.handle(), hash, next));
  }

  private Optional<Session> renamed(Handle handle, String hash, String next) {
    Optional<Session> found =
        SessionTable.find(handle, hash)
            .flatMap(session -> SessionTable.lock(handle, session.id(), hash));
    if (found.isEmpty()) {
      return SessionTable.find(handle, next); // ours before a lost answer
    }
    Session session = found.get();
    Instant now = clock.now(handle);
    if (!session.isLive(now)) {
      return Optional.empty();
    }
    SessionTable.rename(handle, session.id(), next, now);
    audit(handle, session.id(), AuditTable.Done.of("session.renamed"), now);
    return SessionTable.find(handle, session.id());
  }

  @Override
  public void end(SessionId id) {
    transactions.write(
        Freshness.LOCAL,
        unit -> {
          SessionTable.delete(unit.handle(), List.of(id.value()));
          Instant now = clock.now(unit.handle());
          audit(unit.handle(), id, AuditTable.Done.of("session.ended"), now);
          return true;
        });
  }

  @Override
  public List<Session> list(SubjectId subject) {
    return transactions.read(
        Freshness.CLUSTER, handle -> SessionTable.live(handle, subject, clock.now(handle)));
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          List<UUID> ids = SessionTable.expiredUntil(unit.handle(), clock.now(unit.handle()), most);
          SessionTable.delete(unit.handle(), ids);
          return ids.size();
        });
  }
}
