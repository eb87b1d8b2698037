package io.travelsuite.jdbc.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.key.SigningKeys;
import io.travelsuite.security.password.PasswordFault;
import io.travelsuite.security.password.PasswordPolicy;
import io.travelsuite.security.password.Passwords;
import io.travelsuite.security.role.AccessDecision;
import io.travelsuite.security.role.Action;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.Assignment;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.Role;
import io.travelsuite.security.role.Roles;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.role.TwoPersonRule;
import io.travelsuite.security.session.CsrfCheck;
import io.travelsuite.security.session.CsrfGuard;
import io.travelsuite.security.session.CsrfRequest;
import io.travelsuite.security.session.HostCookie;
import io.travelsuite.security.session.OpenSession;
import io.travelsuite.security.session.Session;
import io.travelsuite.security.session.SessionTerms;
import io.travelsuite.security.session.Sessions;
import io.travelsuite.security.signin.Account;
import io.travelsuite.security.signin.LoginAttempt;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import io.travelsuite.security.signin.LoginRules;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.IssuedToken;
import io.travelsuite.security.token.TokenCheck;
import io.travelsuite.security.token.TokenGrant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The samples of docs/sign-in.md, which are run here and compared with it line by line. */
class SignInDocTest {

  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final Gate gate = new Gate();
  private final JdbcTravel travel = gate.fixture.travel();
  private final SubjectId subject = Gate.ANNA;
  private final OperatorId operator = gate.fixture.operator().id();
  private final String password = "correct horse battery staple";
  private final List<String> setCookies = new ArrayList<>();
  private String stored;

  @AfterEach
  void close() {
    gate.close();
  }

  private void store(String hash) {
    stored = hash;
  }

  private void setCookie(String field) {
    setCookies.add(field);
  }

  private static void refuse() {
    throw new AssertionError("refused");
  }

  private Optional<Account> account(String name) {
    return name.equals("anna") ? Optional.of(new Account(subject, stored)) : Optional.empty();
  }

  @Test
  void the_samples_do_what_the_text_says() {
    Secret root = Secret.of("8rV0nqL5xTz2WbKc7YdHs3JmGf9PaQe4");
    SigningKeys keys = SigningKeys.of(root);
    Passwords passwords = Passwords.create();
    PasswordPolicy policy = PasswordPolicy.forStaff("acme tours");
    JdbcSecurity security = JdbcSecurity.of(travel, AlertSink.none());
    LoginGuard guard = LoginGuard.of(security.loginTries(), passwords, keys, LoginRules.DEFAULT);
    Sessions sessions = Sessions.of(security.sessions(), SessionTerms.STAFF);
    ApiTokens tokens = ApiTokens.of(security.tokens(), "acme");
    CsrfGuard csrf = CsrfGuard.of(keys, Set.of("https://desk.acme.example"));

    Set<PasswordFault> faults = policy.check(password, List.of("anna", "anna@acme.example"));
    if (faults.isEmpty()) {
      store(passwords.hash(password).orElseThrow());
    }
    String session = signIn(guard, sessions);
    String token = csrf.token(session);
    String page = "https://desk.acme.example";
    follow(sessions, csrf, new CsrfRequest("POST", "same-origin", page, session, token, token));
    issue(tokens, "Bearer nothing");
    refund(Money.parse("EUR 600.00"));
  }

  private String signIn(LoginGuard guard, Sessions sessions) {
    String name = "anna";
    String address = "192.0.2.1";
    String cookies = "";
    HostCookie cookie = HostCookie.strict("session");
    HostCookie deviceCookie = HostCookie.strict("device");
    LoginAttempt attempt =
        new LoginAttempt(name, password, address, deviceCookie.read(cookies).orElse(null));
    LoginResult result = guard.signIn(attempt, this::account);
    if (result instanceof LoginResult.SignedIn in) {
      in.upgrade().ifPresent(this::store);
      OpenSession open = sessions.begin(in.subject(), "Firefox", cookie.read(cookies).orElse(null));
      setCookie(cookie.set(open.cookie().text()));
      setCookie(deviceCookie.set(in.device().text(), Duration.ofDays(365)));
    }
    assertThat(setCookies).hasSize(2);
    return cookie.read(setCookies.get(0)).orElseThrow();
  }

  private void follow(Sessions sessions, CsrfGuard csrf, CsrfRequest request) {
    HostCookie cookie = HostCookie.strict("session");
    String cookies = setCookies.get(0);
    Optional<Session> session = sessions.find(cookie.read(cookies).orElse(null));
    CsrfCheck check = csrf.check(request);
    if (session.isEmpty() || !check.passed()) {
      refuse();
    }
    assertThat(session.orElseThrow().subject()).isEqualTo(subject);
  }

  private void issue(ApiTokens tokens, String authorization) {
    TokenGrant grant =
        new TokenGrant(subject, operator, Set.of(Permissions.BOOKING_READ), "warehouse");
    IssuedToken issued = tokens.issue(grant, Duration.ofDays(90));
    TokenCheck check = tokens.check(ApiTokens.bearer(authorization).orElse(null));
    Optional<IssuedToken> next =
        tokens.rotate(issued.token().id(), Duration.ofDays(90), Duration.ofDays(7));
    assertThat(check).isInstanceOf(TokenCheck.Refused.class);
    assertThat(next).isPresent();
  }

  private void refund(Money amount) {
    Role accountant =
        new Role("accountant", Set.of(Permissions.PAYMENT_READ, Permissions.PAYMENT_REFUND));
    TwoPersonRule large = new TwoPersonRule(Permissions.PAYMENT_REFUND, Money.parse("EUR 500.00"));
    Roles roles = Roles.of(List.of(accountant), List.of(large));
    Actor actor = Actor.person(subject, new Assignment("accountant", operator));
    Action action = new Action(Permissions.PAYMENT_REFUND, operator, "refund-1", amount);
    AccessDecision decision = roles.decide(actor, action, null);
    assertThat(decision).isInstanceOf(AccessDecision.NeedsApproval.class);
  }

  @Test
  void every_sample_of_the_text_is_here() throws IOException {
    String here = "src/test/java/io/travelsuite/jdbc/signin/SignInDocTest.java";
    String source = stripped(Files.readString(Path.of(here)));
    String text = Files.readString(Path.of("../docs/sign-in.md"));
    List<String> samples =
        SAMPLE.matcher(text).results().map(found -> stripped(found.group(1))).toList();
    assertThat(samples).hasSize(6).allMatch(source::contains);
  }

  private static String stripped(String text) {
    return text.replaceAll("\\s+", "");
  }
}
