package io.travelsuite.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.signin.LoginStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Tries to sign in, in the database: decided with the rows of all their keys locked, in the order
 * of the keys. When the answer to a COMMIT is lost a try may be counted twice: rather so than not.
 */
final class JdbcLoginStore implements LoginStore {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  JdbcLoginStore(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public Reservation reserve(List<Counted> counted) {
    List<Counted> inOrder = inOrder(counted);
    return transactions.write(Freshness.CLUSTER, unit -> decide(unit.handle(), inOrder));
  }

  private static List<Counted> inOrder(List<Counted> counted) {
    return counted.stream().sorted(Comparator.comparing(Counted::key)).toList();
  }

  private Reservation decide(Handle handle, List<Counted> inOrder) {
    LoginTriesTable.ensure(handle, inOrder, clock.estimate(handle).plus(longest(inOrder)));
    Map<String, List<Instant>> known = LoginTriesTable.lock(handle, inOrder);
    Instant now = clock.now(handle);
    Duration wait = Duration.ZERO;
    for (Counted key : inOrder) {
      Duration its = key.rule().waiting(recent(known, key, now), now);
      wait = its.compareTo(wait) > 0 ? its : wait;
    }
    if (!wait.isZero()) {
      return new Full(wait);
    }
    for (Counted key : inOrder) {
      List<Instant> tries = recent(known, key, now);
      tries.add(now);
      LoginTriesTable.write(handle, key, tries, now.plus(key.rule().memory()));
    }
    return new Reserved(now);
  }

  private static Duration longest(List<Counted> counted) {
    return counted.stream()
        .map(key -> key.rule().memory())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Those that still count, the oldest first. */
  private static List<Instant> recent(Map<String, List<Instant>> known, Counted key, Instant now) {
    Instant since = now.minus(key.rule().memory());
    List<Instant> tries = new ArrayList<>(Objects.requireNonNull(known.get(key.key())));
    tries.removeIf(time -> !time.isAfter(since));
    return tries;
  }

  @Override
  public void giveBack(List<Counted> counted, Instant at) {
    List<Counted> inOrder = inOrder(counted);
    transactions.write(
        Freshness.CLUSTER,
        unit -> {
          Map<String, List<Instant>> known = LoginTriesTable.lock(unit.handle(), inOrder);
          for (Counted key : inOrder) {
            List<Instant> tries = known.get(key.key());
            if (tries != null && tries.remove(at)) {
              Instant last = tries.isEmpty() ? at : tries.get(tries.size() - 1);
              LoginTriesTable.write(unit.handle(), key, tries, last.plus(key.rule().memory()));
            }
          }
          return true;
        });
  }

  @Override
  public void unlock(String account) {
    transactions.write(
        Freshness.CLUSTER,
        unit -> {
          LoginTriesTable.delete(unit.handle(), LoginTriesTable.ofAccount(unit.handle(), account));
          UUID subject = UUID.nameUUIDFromBytes(account.getBytes(UTF_8));
          AuditTable.add(
              unit.handle(),
              new AuditTable.About(AuditTable.NOBODY, subject),
              AuditTable.Done.of("login.unlocked"),
              clock.now(unit.handle()));
          return true;
        });
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant now = clock.now(unit.handle());
          int deleted = 0;
          for (byte[] key : LoginTriesTable.expiredUntil(unit.handle(), now, most)) {
            deleted += LoginTriesTable.deleteExpired(unit.handle(), key, now);
          }
          return deleted;
        });
  }
}
