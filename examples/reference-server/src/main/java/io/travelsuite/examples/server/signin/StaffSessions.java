package io.travelsuite.examples.server.signin;

import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.RequestBodies;
import io.travelsuite.examples.server.edge.StaffGuard;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.session.CsrfGuard;
import io.travelsuite.security.session.CsrfRequest;
import io.travelsuite.security.session.HostCookie;
import io.travelsuite.security.session.OpenSession;
import io.travelsuite.security.session.Sessions;
import io.travelsuite.security.signin.LoginResult;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who of the staff is signed in, by the library's sessions and cookies. Thread-safe. */
public final class StaffSessions implements StaffGuard {

  /** The field of a form that holds the token. */
  public static final String FORM_FIELD = "csrf";

  private static final HostCookie SESSION = HostCookie.strict("session");
  private static final HostCookie DEVICE = HostCookie.strict("device");
  private static final HostCookie CSRF = HostCookie.readable("csrf");
  private static final String SET = "Set-Cookie";

  private final Sessions sessions;
  private final CsrfGuard csrf;
  private final StaffAccounts accounts;
  private final Staff members;

  /**
   * Staff.
   *
   * @param sessions where they are signed in
   * @param csrf whether their own page sends
   * @param accounts who they are
   * @param members what they may do
   */
  public StaffSessions(Sessions sessions, CsrfGuard csrf, StaffAccounts accounts, Staff members) {
    this.sessions = sessions;
    this.csrf = csrf;
    this.accounts = accounts;
    this.members = members;
  }

  /** {@return who sends a request, from a page of this server's own if it changes something} */
  public Optional<SubjectId> person(Context context) {
    return isOwn(context)
        ? signed(context).map(signed -> new SubjectId(signed.subject()))
        : Optional.empty();
  }

  /** {@return the name of the cookie that pages read} */
  public static String readableCookie() {
    return CSRF.name();
  }

  @Override
  public Optional<Signed> signed(Context context) {
    return sessions
        .find(cookie(context, SESSION).orElse(null))
        .flatMap(session -> accounts.bySubject(session.subject()))
        .map(known -> new Signed(known.subject().value(), known.name(), known.role()));
  }

  @Override
  public boolean isOwn(Context context) {
    return csrf.check(
            new CsrfRequest(
                context.method().name(),
                context.header("Sec-Fetch-Site"),
                context.header("Origin"),
                cookie(context, SESSION).orElse(null),
                cookie(context, CSRF).orElse(null),
                submitted(context)))
        .passed();
  }

  private static @Nullable String submitted(Context context) {
    String header = context.header("X-CSRF-Token");
    return header == null && RequestBodies.isForm(context) ? context.formParam(FORM_FIELD) : header;
  }

  @Override
  public boolean may(Signed signed, @Nullable Permission permission) {
    return permission == null
        || members.permits(new SubjectId(signed.subject()), signed.role(), permission);
  }

  StaffAccounts accounts() {
    return accounts;
  }

  Optional<String> device(Context context) {
    return cookie(context, DEVICE);
  }

  /** The token for a page: the one that the browser has, while it is good. */
  public String token(Context context) {
    String known = cookie(context, CSRF).orElse(null);
    String token = csrf.token(cookie(context, SESSION).orElse(null), known);
    return token.equals(known) ? token : sent(context, token);
  }

  String tokenOf(Context context, String session) {
    return sent(context, csrf.token(session));
  }

  private static String sent(Context context, String token) {
    context.res().addHeader(SET, CSRF.set(token));
    return token;
  }

  OpenSession begin(Context context, LoginResult.SignedIn in) {
    String before = cookie(context, SESSION).orElse(null);
    OpenSession open = sessions.begin(in.subject(), browser(context), before);
    context.res().addHeader(SET, SESSION.set(open.cookie().text()));
    context.res().addHeader(SET, DEVICE.set(in.device().text(), Duration.ofDays(365)));
    return open;
  }

  void end(Context context) {
    sessions
        .find(cookie(context, SESSION).orElse(null))
        .ifPresent(session -> sessions.end(session.id()));
    context.res().addHeader(SET, SESSION.clear());
  }

  void endAll(Signed signed) {
    sessions.endAll(new SubjectId(signed.subject()), null);
  }

  private static String browser(Context context) {
    String name = context.userAgent();
    return name == null || name.isBlank() ? "unknown" : name;
  }

  private static Optional<String> cookie(Context context, HostCookie cookie) {
    return cookie.read(context.header("Cookie"));
  }
}
