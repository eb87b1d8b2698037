package io.travelsuite.examples.server;

import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.page.Visitors;
import io.travelsuite.examples.server.signin.SignIn;
import io.travelsuite.examples.server.signin.StaffAccounts;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.examples.server.signin.StaffSessions;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.Roles;
import io.travelsuite.security.role.TwoPersonRule;
import io.travelsuite.security.secret.SecretVersions;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.session.CsrfGuard;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.session.Sessions;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginRules;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.joda.money.Money;

/**
 * The library's parts for staff, put together.
 *
 * @param accounts who they are
 * @param sessions who is signed in
 * @param signIn the endpoints
 */
record Staff(StaffAccounts accounts, StaffSessions sessions, SignIn signIn) {

  private static final int ROOT_BYTES = 32;

  /** Up to so much one person may give back alone. */
  private static final Money ALONE = Money.parse("EUR 50.00");

  /** What staff stand on beside the database. */
  record Parts(JdbcSecurity security, OperatorId operator, SecurityEvents events) {}

  static Staff of(Settings settings, DataSource dataSource, Parts parts) {
    SigningKeys keys = keys(settings.secrets());
    Passwords passwords = Passwords.create();
    StaffAccounts accounts = StaffAccounts.of(dataSource, passwords);
    Naming naming = settings.web().naming();
    StaffSessions sessions =
        new StaffSessions(
            Sessions.of(parts.security().sessions(), SessionTerms.STAFF),
            CsrfGuard.of(keys, forms(naming)),
            accounts,
            new StaffRoles(parts.operator()));
    LoginGuard logins =
        LoginGuard.of(parts.security().loginTries(), passwords, keys, LoginRules.DEFAULT);
    return new Staff(
        accounts, sessions, new SignIn(logins, sessions, naming.clientAddress(), parts.events()));
  }

  /** What they may do in the office: a large refund takes two of them. */
  io.travelsuite.examples.server.office.Staff office(OperatorId operator) {
    Roles roles =
        Roles.of(StaffRoles.all(), List.of(new TwoPersonRule(Permissions.PAYMENT_REFUND, ALONE)));
    return new io.travelsuite.examples.server.office.Staff(
        roles,
        subject ->
            accounts.role(subject).stream().map(role -> new Assignment(role, operator)).toList());
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
