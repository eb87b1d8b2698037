package io.travelsuite.examples.server.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.Mode;
import io.travelsuite.StorageException;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.idempotency.Fingerprint;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.idempotency.Idempotent;
import io.travelsuite.idempotency.JsonForm;
import io.travelsuite.idempotency.Scope;
import io.travelsuite.idempotency.StaleClaimException;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.idempotency.http.IdempotentHttp;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateFields;
import io.travelsuite.security.role.Actor;
import io.travelsuite.security.role.SubjectId;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the table of routes out: who calls, how often, what they send, and that it is done once.
 * Thread-safe.
 */
final class Dispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final URI DOCUMENTATION = URI.create("/api/docs");
  private static final Set<String> NUMBERS = Set.of("limit");

  private static final String ELSEWHERE = "/api/*";

  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE);

  private final Callers callers;
  private final Limits limits;
  private final Keyed keyed;

  Dispatcher(Callers callers, Limits limits, Keyed keyed) {
    this.callers = callers;
    this.limits = limits;
    this.keyed = keyed;
  }

  /** What carries a request out once under its key, and how its answer is kept. */
  record Keyed(Idempotency idempotency, Mode mode, JsonForm<HttpAnswer> form) {}

  void addTo(RoutesConfig routes, List<Route> table) {
    for (Route route : table) {
      routes.addHttpHandler(route.method(), route.path(), context -> handle(route, context));
    }
    for (HandlerType method : METHODS) {
      routes.addHttpHandler(
          method, ELSEWHERE, context -> send(context, nothingThere(context, table)));
    }
  }

  /** The lines of what is nowhere. */
  static Stream<Rule> elsewhere() {
    return METHODS.stream().map(method -> Rule.nothing(method.name(), ELSEWHERE));
  }

  /** Nothing is at a path, or not for that method (RFC 9110, section 15.5.6). */
  private static HttpAnswer nothingThere(Context context, List<Route> table) {
    List<String> allowed = new ArrayList<>();
    for (Route route : table) {
      if (context.path().matches(route.path().replaceAll("\\{[a-z]+\\}", "[^/]+"))) {
        allowed.add(route.method().name());
      }
    }
    return allowed.isEmpty()
        ? Problem.of(404, "not-found", "there is nothing here").answer()
        : Problem.of(405, "method-not-allowed", "not by this method")
            .answer()
            .header("Allow", String.join(", ", allowed));
  }

  private void handle(Route route, Context context) {
    @Nullable HttpAnswer answer;
    try {
      answer = answer(route, context);
    } catch (ProblemException e) {
      answer = e.problem().answer();
    } catch (StaleClaimException e) {
      answer = Problem.of(409, "outstanding", "another request with the key took over").answer();
    } catch (StorageException e) {
      LOG.warn("{} {} failed", context.method(), route.path(), e);
      answer = Problem.of(503, "try-again", "something is busy: try again").answer();
    } catch (RuntimeException e) {
      LOG.error("{} {} failed", context.method(), route.path(), e);
      answer = Problem.of(500, "internal", "something went wrong: try again").answer();
    }
    if (answer != null) {
      send(context, answer);
    }
  }

  private @Nullable HttpAnswer answer(Route route, Context context) {
    Route.Terms terms = route.terms();
    boolean office = route.path().startsWith(OfficeRoutes.PATH);
    Caller caller =
        terms.permission() == null
            ? new Caller(Actor.person(new SubjectId("anybody")), "")
            : callers.caller(context, terms.permission(), office);
    Decision decision = count(context, terms.rate(), caller);
    if (!decision.allowed()) {
      return Limits.problem(decision).answer();
    }
    Map<String, Object> query = query(context);
    Bodies.check(terms.query(), query);
    Map<String, Object> body = terms.body() == null ? Map.of() : Bodies.read(context, terms.body());
    Call call = new Call(context, caller, query, body);
    return switch (terms.repeat()) {
      case KEY -> call.toldOnce(once(route, call));
      case MATCH -> matched(route, call);
      case SAFE, SIGNED -> attempt(route, call);
    };
  }

  private Decision count(Context context, Route.Rate rate, Caller caller) {
    if (rate != Route.Rate.OPEN) {
      return Rates.count(context, limits.of(rate), caller.counted());
    }
    Decision decision = limits.of(rate).decide(Rates.request(context, null));
    RateFields.of(decision).forEach(context::header); // who they are is not known
    return decision;
  }

  private static Map<String, Object> query(Context context) {
    Map<String, Object> query = new LinkedHashMap<>();
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              String value = values.size() == 1 ? values.get(0) : "";
              boolean number = NUMBERS.contains(name) && value.matches("[0-9]{1,9}");
              query.put(name, number ? Integer.valueOf(value) : value);
            });
    return query;
  }

  /** What is asked for again is asked of the action again: each does a thing once under its key. */
  private HttpAnswer once(Route route, Call call) {
    IdempotentHttp http =
        IdempotentHttp.of(
            Idempotent.external(
                keyed.idempotency(),
                keyed.form(),
                (fence, checkpoint) -> IdempotentHttp.effect(safely(route, call))),
            DOCUMENTATION);
    Scope scope =
        new Scope(
            callers.operator().toString(),
            keyed.mode(),
            call.caller().subject(),
            route.method() + " " + route.path());
    return http.answer(
        call.keys(), scope, Fingerprint.of(1, call.fingerprint()), fence -> safely(route, call));
  }

  private static HttpAnswer matched(Route route, Call call) {
    if (call.context().header("If-Match") == null) {
      return Problem.of(428, "precondition-required", "send the ETag that you read as If-Match")
          .answer();
    }
    return safely(route, call);
  }

  private static HttpAnswer safely(Route route, Call call) {
    return Objects.requireNonNull(attempt(route, call), route.path());
  }

  private static @Nullable HttpAnswer attempt(Route route, Call call) {
    try {
      return route.action().answer(call);
    } catch (ProblemException e) {
      return e.problem().answer();
    } catch (InvalidRequestException e) {
      // its text tells the value, which may be personal
      return Problem.fields(
              List.of(
                  new Problem.FieldError(
                      "#/" + e.field().replace('.', '/'), "invalid", "is not valid", null)))
          .answer();
    }
  }

  private static void send(Context context, HttpAnswer answer) {
    context.status(answer.status());
    answer.headers().forEach((name, values) -> context.header(name, String.join(", ", values)));
    if (answer.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    String tag = answer.headers().getOrDefault("ETag", List.of("")).get(0);
    if (!tag.isEmpty() && tag.equals(context.header("If-None-Match"))) {
      context.status(304);
    } else {
      context.result(answer.body());
    }
  }
}
