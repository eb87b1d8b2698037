package io.travelsuite.security.readiness;

import io.travelsuite.security.Profile;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Of what is answered over HTTP. */
final class WebDefects {

  static final List<Defect> ALL =
      List.of(
          Defect.of("web.profile", "host.profile", Profile.DEVELOPMENT),
          Defect.of("web.debug", "host.web.debugPages", true),
          Defect.of("web.hosts", "host.web.hosts", List.of("*")),
          Defect.of("web.https", "host.web.ownTls", false)
              .and("host.web.proxies", Set.of())
              .and("host.web.believesForwarded", false),
          Defect.of("web.proxies", "host.web.proxies", Set.of("0.0.0.0/0")),
          Defect.of("web.forwarded", "host.web.proxies", Set.of()),
          Defect.of("web.routes", "host.web.routes", List.of()),
          Defect.of("web.diagnostics", "host.web.routes.1.path", "/actuator/env"),
          Defect.of("web.body-limit", "host.web.bodyBytes", 0L),
          Defect.of("web.header-limit", "host.web.headerBytes", 1 << 20),
          Defect.of("web.timeout", "host.web.requestWithin", Duration.ZERO),
          Defect.of("rate.route", "host.web.routes.0.rate", ""),
          Defect.of("rate.cluster", "host.web.clusterRates", false),
          Defect.of("role.route", "host.web.routes.0.access", Route.Access.UNDECIDED),
          Defect.of("csrf.route", "host.web.routes.0.forgerySafe", false),
          Defect.of("cors.wildcard", "host.web.corsOrigins", List.of("*")),
          Defect.of("cors.pattern", "host.web.corsOrigins", List.of("https://*.shop.travel")),
          Defect.of("cors.null", "host.web.corsOrigins", List.of("null")),
          Defect.of("cors.plain-http", "host.web.corsOrigins", List.of("http://partner.travel")),
          Defect.of("upload.size", "host.web.uploads.mostBytes", 0L),
          Defect.of("upload.types", "host.web.uploads.types", Set.of("image/svg+xml")),
          Defect.of("upload.place", "host.web.uploads.servedInPlace", true),
          Defect.of("web.redirect", "web.plainStatus", 200),
          Defect.of("web.unknown-host", "web.unknownHostStatus", 200),
          Defect.of(
              "web.error-details",
              "web.errorBody",
              "java.lang.IllegalStateException: x\n\tat a.B.c(B.java:7)"),
          Defect.of("web.trace", "web.traceStatus", 200),
          Defect.of("cors.live", "web.foreignOriginMayRead", true),
          Defect.of(
              "cookie.secure", "web.cookies", List.of("__Host-session=a; HttpOnly; SameSite=Lax")),
          Defect.of(
              "cookie.http-only", "web.cookies", List.of("__Host-session=a; Secure; SameSite=Lax")),
          Defect.of(
              "cookie.same-site",
              "web.cookies",
              List.of("__Host-session=a; Secure; HttpOnly; SameSite=None")),
          Defect.of(
              "cookie.prefix", "web.cookies", List.of("session=a; Secure; HttpOnly; SameSite=Lax")),
          Defect.of("cookie.unseen", "web.cookies", List.of()),
          Defect.of("tls.expired", "tls.until", Subject.ago(-50)),
          Defect.of("tls.expiring", "tls.until", Subject.ago(-24 * 10)),
          Defect.of("tls.name", "tls.nameFits", false),
          Defect.of("tls.chain", "tls.trusted", false),
          Defect.of("tls.old-protocols", "tls.oldProtocols", true),
          Defect.of("tls.key", "tls.keyKind", "RSA"),
          Defect.header("web.hsts", "strict-transport-security", ""),
          Defect.header(
              "web.hsts-age",
              "strict-transport-security",
              "max-age=3600; includeSubDomains; preload"),
          Defect.header(
              "web.hsts-subdomains", "strict-transport-security", "max-age=63072000; preload"),
          Defect.header(
              "web.hsts-preload",
              "strict-transport-security",
              "max-age=63072000; includeSubDomains"),
          Defect.header("web.nosniff", "x-content-type-options", ""),
          Defect.header("web.csp", "content-security-policy", ""),
          Defect.header("web.csp-unsafe", "content-security-policy", "script-src 'unsafe-inline'"),
          Defect.header("web.referrer", "referrer-policy", ""),
          Defect.header("web.referrer-value", "referrer-policy", "unsafe-url"),
          Defect.header("web.opener", "cross-origin-opener-policy", ""),
          Defect.header("web.banner", "server", "Jetty(12.1.0)"),
          Defect.header("web.frame", "x-frame-options", "")
              .andHeader("content-security-policy", "default-src 'self'"));

  private WebDefects() {}
}
