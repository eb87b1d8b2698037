package io.travelsuite.security.web;

import io.travelsuite.security.address.AddressRanges;
import io.travelsuite.security.address.IpAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What stands in front of everything else, in the order in which it has to be asked: is the request
 * for a host that is served here, did it come by HTTPS, may its origin ask. A host that is not in
 * the list is refused before anything is told of, so that no redirect ever leads where a request
 * says.
 *
 * <pre>{@code
 * EdgeGuard edge =
 *     EdgeGuard.of(HostAllowList.of("shop.example"), cors)
 *         .redirecting(HttpsRedirect.to("shop.example", "/health/live"))
 *         .behind(AddressRanges.of("10.0.0.0/8"));
 * EdgeAnswer answer = edge.judge(request);
 * answer.headers().forEach(response::put);
 * }</pre>
 *
 * <p>Immutable; safe for use by many threads.
 */
public final class EdgeGuard {

  private final HostAllowList hosts;
  private final CorsPolicy cors;
  private final Optional<HttpsRedirect> https;
  private final AddressRanges proxies;

  private EdgeGuard(
      HostAllowList hosts, CorsPolicy cors, Optional<HttpsRedirect> https, AddressRanges proxies) {
    this.hosts = hosts;
    this.cors = cors;
    this.https = https;
    this.proxies = proxies;
  }

  /**
   * A guard that lets plain HTTP pass and believes no proxy.
   *
   * @param hosts under which names the application is reached
   * @param cors which other origins may call
   * @return the guard
   */
  public static EdgeGuard of(HostAllowList hosts, CorsPolicy cors) {
    return new EdgeGuard(hosts, cors, Optional.empty(), AddressRanges.of());
  }

  /**
   * {@return the same guard, which sends what came without TLS to HTTPS}
   *
   * @param redirect where to
   */
  public EdgeGuard redirecting(HttpsRedirect redirect) {
    return new EdgeGuard(hosts, cors, Optional.of(redirect), proxies);
  }

  /**
   * {@return the same guard behind proxies that end TLS}: from these peers, and no others, {@code
   * X-Forwarded-Proto: https} makes a request a secure one; it must be there once
   *
   * @param trusted where the proxies are
   */
  public EdgeGuard behind(AddressRanges trusted) {
    return new EdgeGuard(hosts, cors, https, trusted);
  }

  /**
   * Judges a request.
   *
   * @param request the request
   * @return {@link EdgeAnswer.Passed}, or {@link EdgeAnswer.Ended} and with what
   */
  public EdgeAnswer judge(EdgeRequest request) {
    boolean trusted = isTrusted(request.peer());
    boolean secure = request.tls() || (trusted && forwardedSecure(request));
    Map<String, String> headers = new LinkedHashMap<>(SecurityHeaders.forApi().headers(secure));
    Optional<String> host =
        hosts.check(
            new HostHeaders(
                request.headers().values("Host"),
                request.headers().values("X-Forwarded-Host"),
                trusted));
    if (host.isEmpty()) {
      return new EdgeAnswer.Ended(400, "host", headers);
    }
    Optional<String> location =
        https.flatMap(redirect -> redirect.locationOf(secure, request.target()));
    if (location.isPresent()) {
      headers.put("Location", location.get());
      return new EdgeAnswer.Ended(HttpsRedirect.STATUS, "https", headers);
    }
    CorsAnswer crossing = cors.answer(cors(request));
    headers.putAll(crossing.headers());
    if (crossing instanceof CorsAnswer.Refused refused) {
      return new EdgeAnswer.Ended(403, "cors-" + refused.reason(), headers);
    }
    return crossing instanceof CorsAnswer.Preflight
        ? new EdgeAnswer.Ended(204, "preflight", headers)
        : new EdgeAnswer.Passed(host.get(), secure, headers);
  }

  private boolean isTrusted(String peer) {
    return IpAddress.parseHost(peer).map(proxies::contains).orElse(false);
  }

  private static boolean forwardedSecure(EdgeRequest request) {
    return request.headers().values("X-Forwarded-Proto").equals(List.of("https"));
  }

  private static CorsRequest cors(EdgeRequest request) {
    return new CorsRequest(
        request.method(),
        joined(request, "Origin"),
        joined(request, "Access-Control-Request-Method"),
        joined(request, "Access-Control-Request-Headers"));
  }

  /** One that came twice is no origin and no method of anybody's. */
  private static @Nullable String joined(EdgeRequest request, String name) {
    List<String> values = request.headers().values(name);
    return values.isEmpty() ? null : String.join(",", values);
  }
}
