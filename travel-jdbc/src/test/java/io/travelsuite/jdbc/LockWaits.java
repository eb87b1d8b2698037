package io.travelsuite.jdbc;

import java.time.Duration;
import java.util.function.LongPredicate;
import org.awaitility.Awaitility;

/** Transactions of one schema that wait for a lock, as the server tells. */
public final class LockWaits {

  private static final String ON_MYSQL =
      """
      SELECT COUNT(DISTINCT engine_transaction_id) FROM performance_schema.data_locks
      WHERE lock_status = 'WAITING' AND object_schema = ?
      """;

  private static final String ON_MARIADB =
      """
      SELECT COUNT(*) FROM information_schema.innodb_trx t
      JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
      WHERE t.trx_state = 'LOCK WAIT' AND p.db = ?
      """;

  /**
   * InnoDB renews what innodb_trx shows only when nobody looked for 0.1 s: so long before each
   * look, the first too, else the waits of an earlier test are seen again.
   */
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(130);

  private final Fixture fixture;

  LockWaits(Fixture fixture) {
    this.fixture = fixture;
  }

  /** Returns when so many transactions wait, or fails after 20 seconds. */
  public void await(int transactions) {
    await(transactions + " transactions waiting for a lock", count -> count >= transactions);
  }

  /** Returns when none waits; look before a wait that is not to be taken for an earlier one. */
  public void awaitNone() {
    await("no transaction waiting for a lock", count -> count == 0);
  }

  private void await(String what, LongPredicate condition) {
    Awaitility.await(what)
        .atMost(Duration.ofSeconds(20))
        .pollDelay(BETWEEN_LOOKS)
        .pollInterval(BETWEEN_LOOKS)
        .until(() -> condition.test(count()));
  }

  private long count() {
    String sql = fixture.database().isMariaDb() ? ON_MARIADB : ON_MYSQL;
    return fixture.rows().number(sql, fixture.schema().name());
  }
}
