package io.travelsuite.examples.server.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.router.Endpoint;
import io.travelsuite.StorageException;
import io.travelsuite.examples.server.edge.StaffGuard.Signed;
import io.travelsuite.security.address.AddressRanges;
import io.travelsuite.security.address.ClientAddress;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of endpoints: before one is called, its line says who may. An endpoint without a
 * line is not called at all.
 */
public final class Gate {

  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);
  private static final AddressRanges THIS_MACHINE = AddressRanges.of("127.0.0.0/8", "::1");

  private final Map<String, Rule> rules = new HashMap<>();
  private final Guards guards;

  /**
   * What the gate asks.
   *
   * @param rates how often
   * @param staff who of the staff
   * @param client from where
   * @param watchToken what lets those in who watch over the server; null for this machine alone
   * @param visitors which browsers are visitors'
   * @param errors tells people what cannot be
   */
  public record Guards(
      Rates rates,
      StaffGuard staff,
      ClientAddress client,
      @Nullable String watchToken,
      VisitorGuard visitors,
      ErrorPages errors) {

    /** Not the token. */
    @Override
    public String toString() {
      return "Guards[hidden]";
    }
  }

  /**
   * A gate.
   *
   * @param all the table; each method and path once
   * @param guards what it asks
   */
  public Gate(List<Rule> all, Guards guards) {
    this.guards = guards;
    for (Rule rule : all) {
      if (rules.put(rule.name(), rule) != null) {
        throw new IllegalArgumentException("twice in the table: " + rule.name());
      }
      if (!rule.rate().isEmpty() && rule.entry() != Rule.Entry.TOKEN) {
        guards.rates().limiter(rule.rate()); // known, or it throws
      }
    }
  }

  /** Stands before all endpoints, and answers what they leave unanswered. */
  public void addTo(RoutesConfig routes) {
    routes.beforeMatched(this::check);
    routes.exception(
        HttpResponseException.class, (refusal, context) -> end(context, refusal.getStatus()));
    routes.exception(StorageException.class, (down, context) -> failed(context, down, 503));
    routes.exception(Exception.class, (bug, context) -> failed(context, bug, 500));
  }

  /** What went wrong is for the log; the client learns only that something did. */
  private void failed(Context context, Exception exception, int status) {
    LOG.error("{} failed", context.method(), exception);
    end(context, status);
  }

  private void check(Context context) {
    int status = refusal(context);
    if (status != 0) {
      end(context, status);
      context.skipRemainingHandlers();
    }
  }

  private int refusal(Context context) {
    Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
    if (endpoint == null) {
      return 404; // HEAD and all other methods have endpoints: nothing else is let through
    }
    String name = endpoint.method.name() + " " + endpoint.path;
    Rule rule = rules.get(name);
    if (rule == null) {
      LOG.error("{} is in no line of the table of endpoints", name);
      return 404;
    }
    return switch (rule.entry()) {
      case STAFF -> staff(context, rule);
      case FORM -> guards.staff().isOwn(context) ? counted(context, rule, null) : 403;
      case VISITOR -> guards.visitors().isOwn(context) ? counted(context, rule, null) : 403;
      case WATCH -> isWatching(context) ? 0 : 404;
      case TOKEN -> rule.rate().equals(Rates.ASKS) ? counted(context, rule, null) : 0;
      case PUBLIC, NOTHING, SIGNED -> counted(context, rule, null);
    };
  }

  private int staff(Context context, Rule rule) {
    Optional<Signed> signed = guards.staff().signed(context);
    if (signed.isEmpty()) {
      return 401;
    }
    if (!guards.staff().isOwn(context) || !guards.staff().may(signed.get(), rule.permission())) {
      return 403;
    }
    signed.get().keptIn(context);
    return counted(context, rule, signed.get().subject());
  }

  private int counted(Context context, Rule rule, @Nullable String user) {
    return rule.rate().isEmpty() ? 0 : guards.rates().refusal(context, rule.rate(), user);
  }

  private boolean isWatching(Context context) {
    String token = guards.watchToken();
    if (token != null) {
      String given = String.valueOf(context.header("Authorization"));
      return MessageDigest.isEqual(given.getBytes(UTF_8), ("Bearer " + token).getBytes(UTF_8));
    }
    return guards
        .client()
        .of(context.req().getRemoteAddr(), Rates.headers(context))
        .map(THIS_MACHINE::contains)
        .orElse(false);
  }

  private void end(Context context, int status) {
    if (!guards.errors().answer(context, status)) {
      context.status(status).contentType(Problem.TYPE).result(Problem.of(status));
    }
  }
}
