package io.travelsuite.examples.server.api;

import static io.travelsuite.security.input.FieldRule.integer;
import static io.travelsuite.security.input.FieldRule.list;
import static io.travelsuite.security.input.FieldRule.reference;
import static io.travelsuite.security.input.FieldRule.text;

import io.travelsuite.UuidText;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.examples.server.partner.PartnerDesk;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.notify.webhook.DeadDelivery;
import io.travelsuite.notify.webhook.EndpointId;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerUrl;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.role.Permissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which partners are told by webhooks, over HTTP. A secret is told once, and kept by nobody. */
final class PartnerRoutes {

  private static final String PATH = OfficeRoutes.PATH + "/partners";
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final int MOST_TYPES = 50;
  private static final int USUAL_HOURS = 24;
  private static final int MOST_HOURS = 30 * 24;

  private final PartnerDesk desk;

  PartnerRoutes(PartnerDesk desk) {
    this.desk = desk;
  }

  List<Route> table() {
    return List.of(
        Route.reading(PATH, Permissions.PLATFORM_MAINTAIN, this::all),
        Route.reading(PATH + "/undelivered", Permissions.PLATFORM_MAINTAIN, this::dead),
        Route.keyed(PATH, Permissions.PLATFORM_MAINTAIN, this::register)
            .body(
                InputRules.empty()
                    .required("url", text(1, 2_000))
                    .required("types", list(text(1, 40), MOST_TYPES))),
        Route.keyed(PATH + "/{id}/pause", Permissions.PLATFORM_MAINTAIN, this::pause)
            .body(InputRules.empty()),
        Route.keyed(PATH + "/{id}/resumption", Permissions.PLATFORM_MAINTAIN, this::resume)
            .body(InputRules.empty()),
        Route.keyed(PATH + "/{id}/rotation", Permissions.PLATFORM_MAINTAIN, this::rotate)
            .body(InputRules.empty().optional("overlapHours", integer(0, MOST_HOURS))),
        Route.keyed(PATH + "/{id}/replays", Permissions.PLATFORM_MAINTAIN, this::replay)
            .body(InputRules.empty().required("event", reference())));
  }

  record PartnerView(
      String id, String url, List<String> types, int secretNumber, @Nullable String paused) {}

  record DeadView(
      String partner, String event, String type, int tries, String reason, Instant givenUpAt) {}

  private static PartnerView view(PartnerEndpoint endpoint) {
    return new PartnerView(
        endpoint.id().toString(),
        url(endpoint.url()),
        endpoint.types().stream().sorted().toList(),
        endpoint.keys().current(),
        endpoint.disabled());
  }

  /** All of it: the office has to tell one from another. */
  private static String url(PartnerUrl url) {
    int usual = url.secure() ? HTTPS : HTTP;
    String port = url.port() == usual ? "" : ":" + url.port();
    return (url.secure() ? "https://" : "http://") + url.host() + port + url.target();
  }

  private static DeadView view(DeadDelivery dead) {
    return new DeadView(
        dead.endpoint().toString(),
        dead.event().toString(),
        dead.type(),
        dead.tries(),
        dead.why(),
        dead.diedAt());
  }

  private static EndpointId id(Call call) {
    return new EndpointId(call.id("id"));
  }

  private HttpAnswer all(Call call) {
    return Bodies.json(
        200, new Views.Page(desk.list().stream().map(PartnerRoutes::view).toList(), null));
  }

  private HttpAnswer dead(Call call) {
    return Bodies.json(
        200, new Views.Page(desk.dead().stream().map(PartnerRoutes::view).toList(), null));
  }

  @SuppressWarnings("unchecked") // the rules have checked it
  private HttpAnswer register(Call call) {
    List<String> types = (List<String>) call.body().getOrDefault("types", List.of());
    return told(call, 201, desk.register(call.needed("url"), Set.copyOf(types)));
  }

  /** The secret goes into this answer alone: what is kept under the request's key is without it. */
  private static HttpAnswer told(Call call, int status, PartnerDesk.Registered registered) {
    if (registered.secret() != null) {
      call.tellOnce("secret", registered.secret());
    }
    return Bodies.json(status, view(registered.endpoint()));
  }

  private HttpAnswer pause(Call call) {
    return call.answer(200, desk.pause(id(call)), PartnerRoutes::view);
  }

  private HttpAnswer resume(Call call) {
    return call.answer(200, desk.resume(id(call)), PartnerRoutes::view);
  }

  private HttpAnswer rotate(Call call) {
    Duration overlap = Duration.ofHours(call.number("overlapHours", USUAL_HOURS));
    return call.then(desk.rotate(id(call), overlap), registered -> told(call, 200, registered));
  }

  private HttpAnswer replay(Call call) {
    return call.answer(200, desk.replay(id(call), event(call)), PartnerRoutes::view);
  }

  private static UUID event(Call call) {
    return UuidText.parse(call.needed("event"))
        .orElseThrow(
            () ->
                Problem.of(Why.NO_SUCH_DELIVERY, "no webhook of that event was given up")
                    .exception());
  }
}
