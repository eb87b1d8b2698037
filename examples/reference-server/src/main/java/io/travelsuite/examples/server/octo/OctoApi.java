package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.role.Permission;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.token.ApiToken;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * OCTO's endpoints. All that goes well is 200, and all that a client did wrong is 400 with one of
 * OCTO's codes. Thread-safe.
 */
public final class OctoApi {

  /** Where the API is. */
  public static final String PATH = "/octo";

  private static final Logger LOG = LoggerFactory.getLogger(OctoApi.class);
  private static final Permission READ = Permissions.INVENTORY_READ;

  private final Guard guard;
  private final ObjectMapper json = Json.mapper();
  private final Products products;
  private final Availabilities availabilities;
  private final Reservations reservations;
  private final Changes changes;

  private OctoApi(Octo octo, Guard guard) {
    this.guard = guard;
    products = octo.products();
    availabilities = new Availabilities(products, new Slots(octo.travel()));
    reservations = new Reservations(octo);
    changes = new Changes(octo, reservations);
  }

  /**
   * What the API stands on.
   *
   * @param dataSource the database
   * @param travel the library on it
   * @param catalogue what is sold
   * @param clock by which the server judges time
   * @param keys what seals whom resellers tell of, or null
   */
  public record Parts(
      DataSource dataSource,
      JdbcTravel travel,
      Catalogue catalogue,
      InstantSource clock,
      @Nullable PersonKeys keys) {}

  /**
   * {@return the API, on tables that are there}
   *
   * @param parts what it stands on
   * @param guard who is let in
   */
  public static OctoApi of(Parts parts, Guard guard) {
    return new OctoApi(Octo.of(parts), guard);
  }

  /** {@return what makes the API's own tables} */
  public static List<String> tables() {
    return List.of(ReservationTable.CREATE, PersonTable.CREATE);
  }

  /**
   * {@return the lines of the server's table of endpoints}: this API looks at tokens, and counts
   * what they change, itself
   */
  public List<Rule> rules() {
    return routes(() -> "")
        .map(
            route ->
                new Rule(
                    route.method().name(),
                    PATH + route.path(),
                    Rule.Entry.TOKEN,
                    route.permission(),
                    rate(route)))
        .toList();
  }

  private static String rate(Route route) {
    if (route.changes()) {
      return Rates.CHANGES;
    }
    return route.method().equals(HandlerType.POST) ? Rates.ASKS : "";
  }

  /**
   * Adds the endpoints to a server.
   *
   * @param routes the server's
   * @param address the server's address, as resellers see it
   */
  public void addTo(RoutesConfig routes, Supplier<String> address) {
    routes(address)
        .forEach(
            route ->
                routes.addHttpHandler(
                    route.method(), PATH + route.path(), context -> handle(route, context)));
    routes.error(404, this::noSuchEndpoint);
  }

  private Stream<Route> routes(Supplier<String> address) {
    return Stream.of(catalogue(address), bookings(), transitions()).flatMap(List::stream);
  }

  private void noSuchEndpoint(Context context) throws IOException {
    if (context.path().startsWith(PATH + "/")) { // others have their own answers
      echo(context);
      refuse(context, OctoException.badRequest("no such endpoint"));
    }
  }

  private List<Route> catalogue(Supplier<String> address) {
    return List.of(
        get(
            "/supplier",
            READ,
            (caller, call) -> products.supplier(address.get() + PATH, caller.capabilities())),
        get("/capabilities", READ, (caller, call) -> Products.capabilities()),
        get("/products", READ, (caller, call) -> products.list(caller.capabilities())),
        get(
            "/products/{id}",
            READ,
            (caller, call) -> products.product(call.path("id"), caller.capabilities())),
        asking(
            "/availability",
            (caller, call) ->
                availabilities.check(
                    call.body(Requests.Availability.class), caller.capabilities())),
        asking(
            "/availability/calendar",
            (caller, call) ->
                availabilities.calendar(
                    call.body(Requests.Calendar.class), caller.capabilities())));
  }

  private List<Route> bookings() {
    return List.of(
        get(
            "/bookings",
            Permissions.BOOKING_READ,
            (caller, call) -> reservations.list(caller, filter(call))),
        get(
            "/bookings/{uuid}",
            Permissions.BOOKING_READ,
            (caller, call) -> reservations.find(caller, call.path("uuid"))),
        changing(
            HandlerType.POST,
            "/bookings",
            Permissions.BOOKING_HOLD,
            (caller, call) -> reservations.reserve(caller, call.body(Requests.Reservation.class))),
        changing(
            HandlerType.PATCH,
            "/bookings/{uuid}",
            Permissions.BOOKING_CHANGE,
            (caller, call) ->
                changes.update(caller, call.path("uuid"), call.body(Requests.Update.class))));
  }

  private List<Route> transitions() {
    return List.of(
        changing(
            HandlerType.POST,
            "/bookings/{uuid}/confirm",
            Permissions.BOOKING_CONFIRM,
            (caller, call) ->
                changes.confirm(caller, call.path("uuid"), call.body(Requests.Confirmation.class))),
        changing(
            HandlerType.POST,
            "/bookings/{uuid}/extend",
            Permissions.BOOKING_HOLD,
            (caller, call) ->
                changes.extend(caller, call.path("uuid"), call.body(Requests.Extension.class))),
        changing(
            HandlerType.POST,
            "/bookings/{uuid}/cancel",
            Permissions.BOOKING_CANCEL,
            (caller, call) ->
                changes.cancel(caller, call.path("uuid"), call.body(Requests.Cancellation.class))));
  }

  private static Route get(String path, Permission permission, Route.Action action) {
    return new Route(HandlerType.GET, path, permission, false, action);
  }

  private static Route asking(String path, Route.Action action) {
    return new Route(HandlerType.POST, path, READ, false, action);
  }

  private static Route changing(
      HandlerType method, String path, Permission permission, Route.Action action) {
    return new Route(method, path, permission, true, action);
  }

  private static Requests.BookingList filter(Route.Call call) {
    String date = call.query("localDate");
    return new Requests.BookingList(
        call.query("resellerReference"),
        call.query("supplierReference"),
        date == null ? call.query("localDateStart") : date,
        date == null ? call.query("localDateEnd") : date,
        call.query("productId"),
        call.query("optionId"));
  }

  private void handle(Route route, Context context) throws IOException {
    Capabilities capabilities = echo(context);
    try {
      ApiToken token = guard.authenticate(context, route.permission());
      if (route.changes() && !counted(context, token)) {
        return;
      }
      Caller caller = new Caller(token.grant().subject().value(), capabilities);
      answer(context, 200, route.action().answer(caller, new Route.Call(context, json)));
    } catch (OctoException e) {
      refuse(context, e);
    } catch (InvalidRequestException e) {
      refuse(context, OctoException.badRequest(e.field() + " is not valid"));
    } catch (RuntimeException e) {
      fail(context, e);
    }
  }

  /** The capabilities of a request, which every answer tells. */
  private static Capabilities echo(Context context) {
    Capabilities capabilities = Capabilities.of(context.header(Capabilities.HEADER));
    context.header(Capabilities.HEADER, capabilities.header());
    return capabilities;
  }

  private boolean counted(Context context, ApiToken token) throws IOException {
    Decision decision = guard.count(context, token);
    if (!decision.allowed()) {
      answer(
          context,
          decision.status(),
          Map.of("error", "TOO_MANY_REQUESTS", "errorMessage", "too many requests: slow down"));
    }
    return decision.allowed();
  }

  private void refuse(Context context, OctoException refusal) throws IOException {
    Map<String, String> error = new LinkedHashMap<>();
    error.put("error", refusal.code().name());
    error.put("errorMessage", refusal.getMessage());
    if (refusal.code().field() != null && refusal.offender() != null) {
      error.put(refusal.code().field(), refusal.offender());
    }
    answer(context, 400, error);
  }

  /** What went wrong is for the log; the client learns only that something did. */
  private void fail(Context context, Exception exception) {
    LOG.error("{} {} failed", context.method(), context.path(), exception);
    try {
      refuse(
          context,
          OctoException.of(
              OctoException.Code.INTERNAL_SERVER_ERROR, "something went wrong: try again"));
    } catch (IOException e) {
      LOG.error("no answer can be written", e);
    }
  }

  private void answer(Context context, int status, Object body) throws JsonProcessingException {
    context.status(status).contentType("application/json").result(json.writeValueAsBytes(body));
  }
}
