package io.travelsuite.jdbc;

import io.travelsuite.security.session.SessionStore;
import io.travelsuite.security.signin.LoginStore;
import io.travelsuite.security.token.TokenStore;

/**
 * The stores of travel-security in the library's tables; needs travel-security on the class path,
 * which travel-jdbc does without otherwise.
 *
 * <pre>{@code
 * JdbcSecurity security = JdbcSecurity.of(travel);
 * ApiTokens tokens = ApiTokens.of(security.tokens(), "acme");
 * }</pre>
 *
 * <p>Thread-safe; starts no thread; holds no connection between calls. Each method is a transaction
 * of its own, retried as those of {@link JdbcTravel} are, and judges time by the database's clock.
 */
public final class JdbcSecurity {

  private final OwnTransactions transactions;
  private final DatabaseClock clock;

  private JdbcSecurity(OwnTransactions transactions, DatabaseClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * {@return the stores in a library's database}
   *
   * @param travel the library
   */
  public static JdbcSecurity of(JdbcTravel travel) {
    return new JdbcSecurity(travel.transactions(), travel.clock());
  }

  /** {@return where tries to sign in are counted} */
  public LoginStore loginTries() {
    return new JdbcLoginStore(transactions, clock);
  }

  /** {@return where sessions are kept} */
  public SessionStore sessions() {
    return new JdbcSessionStore(transactions, clock);
  }

  /** {@return where API tokens are kept} */
  public TokenStore tokens() {
    return new JdbcTokenStore(transactions, clock);
  }
}
