package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import io.travelsuite.security.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What is answered over HTTP, as it is described. */
final class WebChecks {

  private static final long MOST_BODY = 10 << 20;

  private static final long MOST_UPLOAD = 20 << 20;

  private static final Set<String> ACTIVE =
      Set.of("*/*", "text/html", "image/svg+xml", "application/xhtml+xml", "text/javascript");

  private static final List<String> DIAGNOSTICS =
      List.of(
          "/actuator", "/metrics", "/debug", "/console", "/h2-console", "/jolokia", "/heapdump");
  private static final long MOST_HEADERS = 64 << 10;

  static final List<Check> ALL =
      List.of(
          error(
                  "web.profile",
                  "The profile is not PRODUCTION",
                  "Start it with the profile PRODUCTION")
              .config(d -> d, d -> d.profile() != Profile.PRODUCTION),
          error("web.debug", "Debug pages are on", "Switch them off")
              .config(Deployment::web, WebSetup::debugPages),
          error("web.hosts", "Any host name is answered", "List the names in a HostAllowList")
              .config(
                  Deployment::web,
                  w -> w.hosts().isEmpty() || w.hosts().stream().anyMatch(h -> h.contains("*"))),
          error(
                  "web.https",
                  "Neither TLS nor a trusted proxy that ends it",
                  "Serve TLS, or name the proxies")
              .config(Deployment::web, w -> !w.ownTls() && w.proxies().isEmpty()),
          error(
                  "web.proxies",
                  "Every peer is a trusted proxy",
                  "Name the ranges of your own proxies")
              .config(
                  Deployment::web,
                  w -> w.proxies().stream().anyMatch(range -> range.endsWith("/0"))),
          error(
                  "web.forwarded",
                  "Forwarded headers are believed of anybody",
                  "Name the proxies, or do not read such headers")
              .config(
                  Deployment::web,
                  w -> w.ownTls() && w.believesForwarded() && w.proxies().isEmpty()),
          error("web.routes", "No route is described", "Hand over the table of routes")
              .config(Deployment::web, w -> w.routes().isEmpty()),
          error(
                  "web.diagnostics",
                  "Diagnostics are public",
                  "Give the route a permission, or another port")
              .configEach(
                  Deployment::web,
                  (w, f) -> routes(w, r -> r.access() == Route.Access.PUBLIC && diagnostic(r))),
          error("web.body-limit", "Bodies of more than 10 MiB are read", "Set RequestLimits")
              .config(Deployment::web, w -> !within(w.bodyBytes(), MOST_BODY)),
          warning("web.header-limit", "Headers of more than 64 KiB are read", "Set RequestLimits")
              .config(Deployment::web, w -> !within(w.headerBytes(), MOST_HEADERS)),
          warning(
                  "web.timeout",
                  "A request may take more than a minute to come",
                  "Set RequestLimits")
              .config(Deployment::web, w -> unbounded(w.requestWithin(), Duration.ofSeconds(60))),
          error(
                  "rate.route",
                  "Routes that change something have no rate limit",
                  "Give each a RatePolicy")
              .configEach(
                  Deployment::web,
                  (w, f) -> routes(w, r -> r.changesState() && r.rate().isBlank())),
          error(
                  "rate.cluster",
                  "Several processes count rates each for itself",
                  "Use JdbcSecurity.rateLimiter")
              .config(d -> d, d -> d.instances() > 1 && !d.web().clusterRates()),
          error(
                  "role.route",
                  "Nobody has decided who may call a route",
                  "Give it a permission, or say that it is public")
              .configEach(
                  Deployment::web, (w, f) -> routes(w, r -> r.access() == Route.Access.UNDECIDED)),
          error(
                  "csrf.route",
                  "Another site can make a browser send what changes something",
                  "Use CsrfGuard")
              .configEach(
                  Deployment::web, (w, f) -> routes(w, r -> r.changesState() && !r.forgerySafe())),
          error("cors.wildcard", "Every site may read answers", "List the origins")
              .config(Deployment::web, w -> w.corsOrigins().contains("*")),
          error(
                  "cors.pattern",
                  "A pattern of origins is somebody else's origin too",
                  "List the origins whole")
              .config(
                  Deployment::web,
                  w -> w.corsOrigins().stream().anyMatch(o -> o.length() > 1 && o.contains("*"))),
          error("cors.null", "The origin null is anybody's", "Take it out")
              .config(Deployment::web, w -> w.corsOrigins().contains("null")),
          error(
                  "cors.plain-http",
                  "An origin without TLS may read answers",
                  "Allow https origins only")
              .configEach(
                  Deployment::web,
                  (w, f) -> w.corsOrigins().stream().filter(o -> o.startsWith("http:")).toList()),
          error("upload.size", "Uploads of more than 20 MiB are taken", "Set a limit")
              .config(d -> d.web().uploads(), u -> !within(u.mostBytes(), MOST_UPLOAD)),
          error("upload.types", "Uploads may be pages or programs", "List harmless types")
              .config(
                  d -> d.web().uploads(),
                  u -> u.types().isEmpty() || u.types().stream().anyMatch(ACTIVE::contains)),
          error(
                  "upload.place",
                  "Uploads are answered in place by the same host",
                  "Keep them elsewhere, and answer them as attachments")
              .config(d -> d.web().uploads(), UploadSetup::servedInPlace));

  private WebChecks() {}

  private static List<String> routes(WebSetup web, Predicate<Route> bad) {
    return web.routes().stream().filter(bad).map(Route::name).toList();
  }

  private static boolean diagnostic(Route route) {
    return DIAGNOSTICS.stream().anyMatch(route.path()::startsWith);
  }

  private static boolean within(long value, long most) {
    return value > 0 && value <= most;
  }

  static boolean unbounded(Duration value, Duration most) {
    return value.isZero() || value.isNegative() || value.compareTo(most) > 0;
  }
}
