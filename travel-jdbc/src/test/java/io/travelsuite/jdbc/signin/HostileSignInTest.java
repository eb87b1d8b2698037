package io.travelsuite.jdbc.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.session.OpenSession;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.session.Sessions;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult.TooManyTries;
import io.travelsuite.security.signin.LoginResult.WrongCredentials;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.IssuedToken;
import io.travelsuite.security.token.TokenCheck;
import io.travelsuite.security.token.TokenGrant;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On the database's clock, whatever the host's sessions are set to. */
class HostileSignInTest {

  @ParameterizedTest
  @CsvSource({"-08:00, TRANSACTION_REPEATABLE_READ", "-03:30, TRANSACTION_SERIALIZABLE"})
  void sessions_tokens_and_tries_are_the_same(String zone, String isolation) {
    try (Fixture fixture = Fixture.create()) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(fixture.schema().jdbcUrl("sessionVariables=time_zone='" + zone + "'"));
      config.setTransactionIsolation(isolation);
      config.setAutoCommit(false);
      config.setMaximumPoolSize(2);
      try (HikariDataSource host = new HikariDataSource(config)) {
        check(JdbcSecurity.of(JdbcTravel.builder(host).build(), AlertSink.none()));
      }
    }
  }

  private static void check(JdbcSecurity security) {
    Sessions sessions = Sessions.of(security.sessions(), SessionTerms.STAFF);
    OpenSession open = sessions.begin(Gate.ANNA, "Firefox", null);
    OpenSession renewed = sessions.renew(open.cookie().text()).orElseThrow();
    assertThat(sessions.find(renewed.cookie().text())).isPresent();
    assertThat(sessions.find(open.cookie().text())).isEmpty();
    assertThat(sessions.list(Gate.ANNA)).hasSize(1);
    assertThat(sessions.endAll(Gate.ANNA, null)).isOne();

    ApiTokens tokens = ApiTokens.of(security.tokens(), "acme");
    TokenGrant grant = new TokenGrant(Gate.ANNA, null, Set.of(new Permission("a:b")), "name");
    IssuedToken issued = tokens.issue(grant, Duration.ofMinutes(1));
    assertThat(tokens.check(issued.secret().text())).isInstanceOf(TokenCheck.Accepted.class);
    assertThat(tokens.revokeAll(Gate.ANNA)).isOne();
    assertThat(tokens.check(issued.secret().text())).isInstanceOf(TokenCheck.Refused.class);

    LoginGuard guard = Door.guard(security);
    for (int i = 0; i < 5; i++) {
      assertThat(Door.tried(guard, "anna", "wrong", "192.0.2.1")).isEqualTo(new WrongCredentials());
    }
    assertThat(Door.tried(guard, "anna", "wrong", "192.0.2.1")).isInstanceOf(TooManyTries.class);
    guard.unlock(Gate.ANNA);
    assertThat(Door.tried(guard, "anna", "wrong", "192.0.2.1")).isEqualTo(new WrongCredentials());
    assertThat(guard.purge(10)).isZero();
  }
}
