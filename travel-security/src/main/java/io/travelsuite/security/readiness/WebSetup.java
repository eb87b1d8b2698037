package io.travelsuite.security.readiness;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is answered over HTTP.
 *
 * @param debugPages whether errors are shown with their cause, or a page tells of the inside
 * @param hosts names that requests may be for; one with a dot before it allows those below
 * @param ownTls whether it ends TLS itself
 * @param proxies trusted proxies as ranges, such as {@code 10.0.0.0/8}
 * @param believesForwarded whether it reads {@code X-Forwarded-Proto} or the like
 * @param routes all routes that it answers
 * @param clusterRates whether rates are counted for all processes together
 * @param bodyBytes the largest body that is read, 0 for any
 * @param headerBytes the largest headers that are read, 0 for any
 * @param requestWithin how long a request may take to come, zero for ever
 * @param corsOrigins origins of other sites that may read answers; empty for none
 * @param uploads what may be uploaded, or null if nothing may
 * @param readableByPages the name of the cookie that pages may read for the CSRF token; may be
 *     empty
 */
public record WebSetup(
    boolean debugPages,
    List<String> hosts,
    boolean ownTls,
    Set<String> proxies,
    boolean believesForwarded,
    List<Route> routes,
    boolean clusterRates,
    long bodyBytes,
    int headerBytes,
    Duration requestWithin,
    List<String> corsOrigins,
    @Nullable UploadSetup uploads,
    String readableByPages) {

  /** Copies the collections. */
  public WebSetup {
    hosts = List.copyOf(hosts);
    proxies = Set.copyOf(proxies);
    routes = List.copyOf(routes);
    corsOrigins = List.copyOf(corsOrigins);
  }
}
