package io.travelsuite.examples.server.api;

import io.javalin.http.HandlerType;
import io.travelsuite.examples.server.pay.WebhookDesk;
import io.travelsuite.idempotency.http.HttpAnswer;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.web.ContentSecurityPolicy;
import io.travelsuite.security.web.RequestLimits;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What takes no sign-in: the document of the API and its pages, and webhooks, which are signed. */
final class OpenRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(OpenRoutes.class);
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  private static final Map<String, String> FILES =
      Map.of(
          "index.html",
          "docs/index.html",
          "start.js",
          "docs/start.js",
          "swagger-ui.css",
          WEBJAR + "swagger-ui.css",
          "swagger-ui-bundle.js",
          WEBJAR + "swagger-ui-bundle.js");

  /** Swagger UI writes styles into its elements; its pictures are in its style sheet. */
  private static final ContentSecurityPolicy POLICY =
      ContentSecurityPolicy.forApi()
          .with("script-src", "'self'")
          .with("style-src", "'self'", "'unsafe-inline'")
          .with("img-src", "'self'", "data:")
          .with("connect-src", "'self'");

  private final WebhookDesk webhooks;
  private final Runnable arrived;

  /**
   * Routes.
   *
   * @param webhooks takes webhooks in
   * @param arrived told when one is stored, and is to be handled
   */
  OpenRoutes(WebhookDesk webhooks, Runnable arrived) {
    this.webhooks = webhooks;
    this.arrived = arrived;
  }

  List<Route> table() {
    return List.of(
        Route.open(
            ShopRoutes.PATH + "/openapi.yaml",
            call -> file(call, "openapi.yaml", "application/yaml")),
        Route.open(ShopRoutes.PATH + "/docs", call -> docs(call, "index.html")),
        Route.open(ShopRoutes.PATH + "/docs/{file}", call -> docs(call, call.path("file"))),
        new Route(
            HandlerType.POST,
            "/webhooks/{provider}",
            new Route.Terms(null, Route.Rate.OPEN, Route.Repeat.SIGNED, InputRules.empty(), null),
            this::webhook));
  }

  private static @Nullable HttpAnswer docs(Call call, String name) {
    String path = FILES.get(name);
    if (path == null) {
      return Problem.of(404, "not-found", "there is nothing here").answer();
    }
    call.context().header(ContentSecurityPolicy.HEADER, POLICY.value());
    String type =
        name.endsWith(".js")
            ? "text/javascript; charset=utf-8"
            : name.endsWith(".css") ? "text/css; charset=utf-8" : "text/html; charset=utf-8";
    return file(call, path, type);
  }

  /** Written as a stream: it may be longer than an answer that is kept. */
  private static @Nullable HttpAnswer file(Call call, String path, String type) {
    InputStream in = Objects.requireNonNull(OpenRoutes.class.getResourceAsStream(path), path);
    call.context().contentType(type).result(in);
    return null;
  }

  private HttpAnswer webhook(Call call) {
    byte[] body = Bodies.bytes(call.context(), RequestLimits.WEBHOOK_BODY_BYTES);
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String name : Collections.list(call.context().req().getHeaderNames())) {
      headers.put(name, Collections.list(call.context().req().getHeaders(name)));
    }
    Receipt receipt =
        webhooks
            .receive(
                call.path("provider"),
                WebhookRequest.of(body, headers).query(call.context().queryString()))
            .orElse(null);
    if (receipt == null) {
      return Problem.of(404, "not-found", "there is no such provider").answer();
    }
    if (receipt instanceof Receipt.Refused refused) {
      LOG.warn("webhook of {} refused: {}", call.path("provider"), refused.reason());
      return Problem.of(refused.httpStatus(), "webhook-refused", "it is not believed").answer();
    }
    if (receipt instanceof Receipt.Accepted) {
      arrived.run();
    }
    return receipt instanceof Receipt.Busy
        ? Problem.of(503, "try-again", "something is busy: try again").answer()
        : Bodies.json(200, Map.of("received", true));
  }
}
