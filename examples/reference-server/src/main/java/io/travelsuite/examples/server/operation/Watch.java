package io.travelsuite.examples.server.operation;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.Rule.Entry;
import java.util.List;

/** The endpoints of whoever watches over the server. */
public final class Watch {

  private static final String LIVE = "/health/live";
  private static final String READY = "/health/ready";
  private static final String METRICS = "/metrics";

  private final Health health;
  private final Meters meters;

  /** The endpoints. */
  public Watch(Health health, Meters meters) {
    this.health = health;
    this.meters = meters;
  }

  /** {@return the lines of the table of endpoints} */
  public static List<Rule> rules() {
    return List.of(
        new Rule("GET", LIVE, Entry.PUBLIC, null, ""),
        new Rule("GET", READY, Entry.PUBLIC, null, ""),
        new Rule("GET", METRICS, Entry.WATCH, null, ""));
  }

  /** Adds the endpoints to a server. */
  public void addTo(RoutesConfig routes) {
    routes.get(LIVE, context -> tell(context, true));
    routes.get(READY, context -> tell(context, health.isReady()));
    routes.get(
        METRICS,
        context -> context.contentType("text/plain; version=0.0.4").result(meters.scrape()));
  }

  private static void tell(Context context, boolean good) {
    context
        .status(good ? 200 : 503)
        .contentType("application/json")
        .result(good ? "{\"status\":\"up\"}" : "{\"status\":\"down\"}");
  }
}
