package io.travelsuite.examples.server.signin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.RequestBodies;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.Rule.Entry;
import io.travelsuite.examples.server.edge.StaffGuard.Signed;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.address.IpAddress;
import io.travelsuite.security.event.EventField;
import io.travelsuite.security.event.SecurityEventType;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.session.OpenSession;
import io.travelsuite.security.signin.LoginAttempt;
import io.travelsuite.security.signin.LoginGuard;
import io.travelsuite.security.signin.LoginResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The endpoints by which staff sign in and out, for scripts (JSON) and forms. All that decides is
 * the library's; this puts it on HTTP.
 */
public final class SignIn {

  /** The page on which staff sign in. */
  public static final String DOOR = "/office";

  /** What the page is told of a form that did not let anybody in: the two do not go together. */
  public static final String WRONG = "wrong";

  /** What the page is told of too many tries. */
  public static final String TOO_MANY = "too-many";

  /** What the page is told when all who can be looked at are being looked at. */
  public static final String BUSY = "busy";

  private static final String IN = "/office/sign-in";
  private static final String OUT = "/office/sign-out";
  private static final String OUT_EVERYWHERE = "/office/sign-out-everywhere";
  private static final String SESSION = "/office/session";
  private static final String NAME = "name";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LoginGuard logins;
  private final StaffSessions staff;
  private final StaffAccounts accounts;
  private final ClientAddress client;
  private final SecurityEvents events;

  /**
   * The endpoints.
   *
   * @param logins who is let in
   * @param staff who is in
   * @param client how the address of a client is found
   * @param events where it is told
   */
  public SignIn(
      LoginGuard logins, StaffSessions staff, ClientAddress client, SecurityEvents events) {
    this.logins = logins;
    this.staff = staff;
    this.accounts = staff.accounts();
    this.client = client;
    this.events = events;
  }

  /** {@return the lines of the table of endpoints} */
  public static List<Rule> rules() {
    return List.of(
        new Rule("GET", SESSION, Entry.PUBLIC, null, ""),
        new Rule("POST", IN, Entry.FORM, null, Rates.SIGN_IN),
        new Rule("POST", OUT, Entry.STAFF, null, Rates.OFFICE),
        new Rule("POST", OUT_EVERYWHERE, Entry.STAFF, null, Rates.OFFICE));
  }

  /** Adds the endpoints to a server. */
  public void addTo(RoutesConfig routes) {
    routes.get(SESSION, this::session);
    routes.post(IN, this::signIn);
    routes.post(
        OUT,
        context -> {
          staff.end(context);
          signedOut(context);
        });
    routes.post(
        OUT_EVERYWHERE,
        context -> {
          staff.endAll(Signed.of(context));
          signedOut(context);
        });
  }

  /** What somebody typed. */
  private record Typed(String name, String password) {

    @Override
    public String toString() {
      return "Typed[hidden]";
    }
  }

  /** Who is signed in, and the token that a page sends with what it changes. */
  private void session(Context context) {
    Map<String, Object> answer = new LinkedHashMap<>();
    staff
        .signed(context)
        .ifPresent(
            signed -> {
              answer.put(NAME, signed.name());
              answer.put("role", signed.role());
            });
    answer.put("csrf", staff.token(context));
    json(context, answer);
  }

  private void signIn(Context context) {
    Typed typed = typed(context);
    LoginAttempt attempt =
        new LoginAttempt(
            typed.name(), typed.password(), address(context), staff.device(context).orElse(null));
    LoginResult result = logins.signIn(attempt, accounts::account);
    if (result instanceof LoginResult.SignedIn in) {
      begin(context, in);
      return;
    }
    if (result instanceof LoginResult.TooManyTries wait) {
      tell(SecurityEventType.LOGIN_FAIL_MAX, context, null);
      context.header("Retry-After", Long.toString(Math.max(1, wait.retryAfter().toSeconds())));
      refuse(context, 429, TOO_MANY);
      return;
    }
    tell(SecurityEventType.LOGIN_FAIL, context, null);
    boolean busy = result instanceof LoginResult.Busy;
    refuse(context, busy ? 503 : 401, busy ? BUSY : WRONG);
  }

  /** A form's page says it; a script has the status. */
  private static void refuse(Context context, int status, String problem) {
    if (!RequestBodies.isForm(context)) {
      throw new HttpResponseException(status);
    }
    context.status(303).header("Location", DOOR + "?problem=" + problem);
  }

  private void begin(Context context, LoginResult.SignedIn in) {
    in.upgrade().ifPresent(hash -> accounts.upgrade(in.subject(), hash));
    OpenSession open = staff.begin(context, in);
    tell(SecurityEventType.LOGIN_SUCCESS, context, in.subject().value());
    if (RequestBodies.isForm(context)) {
      context.status(303).header("Location", DOOR);
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    accounts
        .bySubject(in.subject())
        .ifPresent(
            known -> {
              answer.put(NAME, known.name());
              answer.put("role", known.role());
            });
    answer.put("csrf", staff.tokenOf(context, open.cookie().text()));
    json(context, answer);
  }

  private static void signedOut(Context context) {
    if (RequestBodies.isForm(context)) {
      context.status(303).header("Location", DOOR);
    } else {
      context.status(204);
    }
  }

  private static Typed typed(Context context) {
    if (RequestBodies.isForm(context)) {
      return new Typed(text(context.formParam(NAME)), text(context.formParam("password")));
    }
    try {
      JsonNode body = JSON.readTree(context.bodyAsBytes());
      JsonNode name = body.path(NAME);
      JsonNode password = body.path("password");
      if (!name.isTextual() || !password.isTextual()) {
        throw new BadRequestResponse();
      }
      return new Typed(name.textValue(), password.textValue());
    } catch (JsonProcessingException e) {
      throw new BadRequestResponse();
    } catch (java.io.IOException e) {
      throw new BadRequestResponse();
    }
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private String address(Context context) {
    return client
        .of(context.req().getRemoteAddr(), Rates.headers(context))
        .map(IpAddress::network)
        .orElse("unknown");
  }

  private void tell(SecurityEventType type, Context context, @Nullable String user) {
    Map<EventField, String> fields = new LinkedHashMap<>();
    fields.put(EventField.ADDRESS, address(context));
    if (user != null) {
      fields.put(EventField.USER, user);
    }
    events.tell(type, fields);
  }

  private static void json(Context context, Map<String, Object> answer) {
    try {
      context.contentType("application/json").result(JSON.writeValueAsBytes(answer));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
