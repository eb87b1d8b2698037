package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.security.rate.Algorithm;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateRule;
import io.travelsuite.security.rate.RateStore;
import java.time.Duration;

/** Rates in the database, by its clock: one statement a decision, or a lease of units. */
final class JdbcRateStore implements RateStore {

  private final OwnTransactions transactions;
  private final RateTable table;
  private final RateLeases leases;
  private final boolean leased;

  JdbcRateStore(OwnTransactions transactions, DatabaseClock clock, boolean leased) {
    this.transactions = transactions;
    this.leased = leased;
    table = new RateTable(clock.replacement());
    leases = new RateLeases(transactions, clock);
  }

  @Override
  public void check(RateRule rule) {
    unless(
        rule.algorithm() != Algorithm.FIXED_WINDOW,
        "algorithm",
        rule.algorithm(),
        "must be GCRA or SLIDING_LOG in the database");
    unless(
        leased || rule.algorithm() != Algorithm.GCRA || rule.limit() <= micros(rule),
        "limit",
        rule.limit(),
        "must be at most one a microsecond");
  }

  @Override
  public Decision take(String group, RateRule rule, String key, int cost) {
    byte[] hash = RateKeyHash.of(group, rule, key);
    if (rule.algorithm() == Algorithm.SLIDING_LOG) {
      return leases.takeOnce(hash, rule, cost);
    }
    return leased ? leases.take(hash, rule, cost) : gcra(hash, rule, cost);
  }

  private Decision gcra(byte[] hash, RateRule rule, int cost) {
    long interval = (micros(rule) + rule.limit() - 1) / rule.limit();
    long tolerated = interval * rule.limit();
    long worth = interval * cost;
    RateTable.Taken taken =
        transactions.statement(handle -> table.take(handle, hash, worth, tolerated));
    long left = Math.max(0, (tolerated - taken.debt()) / interval);
    Duration reset = micros(taken.debt());
    return taken.allowed()
        ? new Decision(true, rule, left, Duration.ZERO, reset, Decision.Standing.EXACT)
        : new Decision(
            false,
            rule,
            left,
            micros(taken.debt() + worth - tolerated),
            reset,
            Decision.Standing.EXACT);
  }

  private static long micros(RateRule rule) {
    return rule.window().toNanos() / 1000;
  }

  static Duration micros(long micros) {
    return Duration.ofNanos(micros * 1000);
  }

  /** Gives back what was leased and not used. */
  void close() {
    leases.close();
  }
}
