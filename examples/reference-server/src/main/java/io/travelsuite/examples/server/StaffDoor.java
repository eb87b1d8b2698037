package io.travelsuite.examples.server;

import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.page.Visitors;
import io.travelsuite.examples.server.signin.SignIn;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.signin.StaffAccounts;
import io.travelsuite.examples.server.signin.StaffSessions;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.session.CsrfGuard;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.session.Sessions;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginRules;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/**
 * How staff come in: the library's parts for it, put together.
 *
 * @param accounts who they are
 * @param members what they may do
 * @param sessions who is signed in
 * @param signIn the endpoints
 */
record StaffDoor(StaffAccounts accounts, Staff members, StaffSessions sessions, SignIn signIn) {

  private static final int ROOT_BYTES = 32;

  /** What staff stand on beside the database. */
  record Parts(JdbcSecurity security, OperatorId operator, SecurityEvents events) {}

  static StaffDoor of(Settings settings, DataSource dataSource, Parts parts) {
    SigningKeys keys = keys(settings.secrets());
    Passwords passwords = Passwords.create();
    StaffAccounts accounts = StaffAccounts.of(dataSource, passwords);
    Staff members = new Staff(accounts, parts.operator());
    Naming naming = settings.web().naming();
    StaffSessions sessions =
        new StaffSessions(
            Sessions.of(parts.security().sessions(), SessionTerms.STAFF),
            CsrfGuard.of(keys, forms(naming)),
            accounts,
            members);
    LoginGuard logins =
        LoginGuard.of(parts.security().loginTries(), passwords, keys, LoginRules.DEFAULT);
    return new StaffDoor(
        accounts,
        members,
        sessions,
        new SignIn(logins, sessions, naming.clientAddress(), parts.events()));
  }

  /** Those who need no account. */
  static Visitors visitors(Settings settings) {
    return Visitors.of(keys(settings.secrets()), forms(settings.web().naming()));
  }

  /** Where forms come from; of plain HTTP the library takes localhost alone. */
  private static Set<String> forms(Naming naming) {
    return naming.origins().stream()
        .filter(origin -> !origin.startsWith("http://127."))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Without a key in the settings, which development may be, sessions end with the process. */
  private static SigningKeys keys(Secrets secrets) {
    SecretVersions root = secrets.find(SettingsReader.SIGNING_KEY).orElse(null);
    if (root == null) {
      return SigningKeys.of(Secret.of(chance(ROOT_BYTES)));
    }
    Secret previous = root.previous();
    return previous == null
        ? SigningKeys.of(root.current())
        : SigningKeys.of(root.current(), previous);
  }

  /** {@return a text by chance, of so many bytes} */
  static String chance(int bytes) {
    byte[] random = new byte[bytes];
    new SecureRandom().nextBytes(random);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
  }
}
