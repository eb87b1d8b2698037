package io.travelsuite.security.web;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The way from HTTP to HTTPS: 308 (RFC 9110, section 15.4.9), which keeps method and body. It leads
 * to the host that was configured, never to one that the request names, and never away from it.
 * Immutable; safe for use by many threads.
 */
public final class HttpsRedirect {

  /** The status of the redirect. */
  public static final int STATUS = 308;

  private static final Pattern HOST =
      Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[1-9][0-9]{0,4})?");

  /** What may stand in a path and a query (RFC 3986, appendix A). */
  private static final Pattern TARGET = Pattern.compile("/[A-Za-z0-9\\-._~%!$&'()*+,;=:@/?]*+");

  private final String host;
  private final Set<String> exempt;

  private HttpsRedirect(String host, Set<String> exempt) {
    this.host = host;
    this.exempt = exempt;
  }

  /**
   * A redirect to a host.
   *
   * @param host the canonical name, in lower case, with a port if it is not 443
   * @param exempt paths that are answered without HTTPS too, compared whole: a health check's, say
   * @return the redirect
   * @throws io.travelsuite.InvalidRequestException if the host is none
   */
  public static HttpsRedirect to(String host, String... exempt) {
    unless(HOST.matcher(host).matches(), "host", host, "must be a host's name in lower case");
    return new HttpsRedirect(host, Set.of(exempt));
  }

  /**
   * Where a request should go.
   *
   * @param secure whether it came by TLS, or by TLS to a trusted proxy
   * @param target path and query, as they were sent
   * @return the value of {@code Location}, or empty when the request may go on; a target that is no
   *     path leads to {@code /}
   */
  public Optional<String> locationOf(boolean secure, String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    if (secure || exempt.contains(path)) {
      return Optional.empty();
    }
    boolean usable =
        target.length() <= RequestLimits.TARGET_CHARS && TARGET.matcher(target).matches();
    return Optional.of("https://" + host + (usable ? target : "/"));
  }
}
