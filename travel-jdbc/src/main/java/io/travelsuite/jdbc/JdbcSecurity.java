package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.rate.ClusterRateLimiter;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import io.travelsuite.security.session.SessionStore;
import io.travelsuite.security.signin.LoginStore;
import io.travelsuite.security.token.TokenStore;
import java.time.Duration;

/**
 * The guards that a cluster shares, in a library's database: limits of rates, and the stores of
 * sign-in. All judge time by the database's clock.
 *
 * <pre>{@code
 * JdbcSecurity security = JdbcSecurity.of(travel, alerts);
 * RateLimiter limiter = security.rateLimiter(booking);
 * ApiTokens tokens = ApiTokens.of(security.tokens(), "acme");
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. Needs travel-security on the
 * class path, which travel-jdbc does without otherwise. Make one and share it; close it when the
 * host stops, so that units that were leased and not used come back at once.
 */
public final class JdbcSecurity implements AutoCloseable {

  /**
   * A guard answers soon or is down: deadlocks and lost connections are tried again for so long,
   * instead of as long as a booking would.
   */
  private static final Duration PATIENCE = Duration.ofMillis(250);

  private static final int MOST_PURGED = 100_000;

  private final AlertSink alerts;
  private final OwnTransactions stores;
  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final JdbcRateStore rates;
  private final JdbcRateStore leasedRates;
  private final RatePurge purge = new RatePurge("travel_rate", "arrival");
  private final RatePurge windowPurge = new RatePurge("travel_rate_window", "stale_at");

  private JdbcSecurity(JdbcTravel travel, AlertSink alerts) {
    this.alerts = alerts;
    stores = travel.transactions();
    transactions = stores.patience(PATIENCE);
    clock = travel.clock();
    rates = new JdbcRateStore(transactions, clock, false);
    leasedRates = new JdbcRateStore(transactions, clock, true);
  }

  /**
   * {@return the guards in a library's database}
   *
   * @param travel the library
   * @param alerts who is told what somebody should look at
   */
  public static JdbcSecurity of(JdbcTravel travel, AlertSink alerts) {
    return new JdbcSecurity(travel, alerts);
  }

  /**
   * {@return a limiter for all JVMs together, one statement a decision}
   *
   * <p>Exact under any number of JVMs, by the database's clock. {@link
   * io.travelsuite.security.rate.Algorithm#GCRA} takes one autocommit statement, {@link
   * io.travelsuite.security.rate.Algorithm#SLIDING_LOG} a short transaction; fixed windows are
   * refused. A GCRA rule allows at most one unit a microsecond.
   *
   * @param policy what it decides by, and what it does while the database does not answer
   * @throws io.travelsuite.InvalidRequestException when the database cannot count by a rule
   */
  public RateLimiter rateLimiter(RatePolicy policy) {
    return ClusterRateLimiter.of(policy, rates, alerts);
  }

  /**
   * {@return a limiter for all JVMs together, for keys that are hot}: each JVM takes units in
   * chunks
   *
   * <p>Whatever the rule's algorithm, never more than its limit in any window in the whole cluster.
   * The window is kept by parts, 60 at most and none shorter than a tenth of a second; what was
   * used in a part comes back together, one part after the window is over. A JVM asks for as much
   * as it used last, at most 1/20 of the limit and 1/8 of what is left; units that it does not use
   * come back with its next request for the key, at the latest when their part of the window has
   * passed. Leases are kept for 10,000 keys; those beyond are counted one by one. Do not count one
   * policy by both kinds of limiters: they do not see each other.
   *
   * @param policy what it decides by, and what it does while the database does not answer
   * @throws io.travelsuite.InvalidRequestException when a rule has a fixed window
   */
  public RateLimiter leasedRateLimiter(RatePolicy policy) {
    return ClusterRateLimiter.of(policy, leasedRates, alerts);
  }

  /** {@return where tries to sign in are counted} */
  public LoginStore loginTries() {
    return new JdbcLoginStore(stores, clock);
  }

  /** {@return where sessions are kept} */
  public SessionStore sessions() {
    return new JdbcSessionStore(stores, clock);
  }

  /** {@return where API tokens are kept} */
  public TokenStore tokens() {
    return new JdbcTokenStore(stores, clock);
  }

  /**
   * Deletes counts that say nothing any more. Each call looks at the next rows, and after the last
   * begins anew; call it from a timer, on any JVM, as often as keeps the tables small: they grow by
   * 60 bytes or so a key. Safe beside everything else: a row is judged under its lock.
   *
   * @param most how many rows of each table to look at, 1 to 100,000
   * @return how many it deleted
   */
  public int purgeRates(int most) {
    unless(most >= 1 && most <= MOST_PURGED, "most", most, "must be 1 to 100,000");
    return purge(purge, most) + purge(windowPurge, most);
  }

  private int purge(RatePurge table, int most) {
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          long now = UtcTime.micros(clock.now(unit.handle()));
          return table.batch(unit.handle(), now, most);
        });
  }

  /** Gives back what this JVM has leased and not used; another use leases anew. */
  @Override
  public void close() {
    leasedRates.close();
  }
}
