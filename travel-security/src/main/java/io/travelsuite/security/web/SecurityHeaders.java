package io.travelsuite.security.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The headers that every answer carries, errors and redirects too, as data that any framework can
 * set. Immutable; safe for use by many threads.
 *
 * @param policy what an answer may load and run
 * @param hsts how long browsers remember HTTPS
 * @param mayBeStored whether browsers and proxies may keep the answer; bookings are nobody else's
 */
public record SecurityHeaders(ContentSecurityPolicy policy, Hsts hsts, boolean mayBeStored) {

  /** {@return the headers of an API's answers: {@link ContentSecurityPolicy#forApi}, not stored} */
  public static SecurityHeaders forApi() {
    return new SecurityHeaders(ContentSecurityPolicy.forApi(), Hsts.DEFAULT, false);
  }

  /**
   * {@return the headers of a page: {@link ContentSecurityPolicy#forPages}, not stored}
   *
   * @param nonce of this answer's scripts
   */
  public static SecurityHeaders forPages(String nonce) {
    return new SecurityHeaders(ContentSecurityPolicy.forPages(nonce), Hsts.DEFAULT, false);
  }

  /**
   * Names and values to set.
   *
   * @param secure whether the request came by HTTPS: browsers ignore {@code
   *     Strict-Transport-Security} elsewhere, and it must not be sent there (RFC 6797, section 7.2)
   * @return the headers, in a stable order
   */
  public Map<String, String> headers(boolean secure) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(ContentSecurityPolicy.HEADER, policy.value());
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("X-Frame-Options", "DENY");
    headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), usb=()");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Cross-Origin-Resource-Policy", "same-origin");
    if (!mayBeStored) {
      headers.put("Cache-Control", "no-store");
    }
    if (secure) {
      headers.put(Hsts.HEADER, hsts.value());
    }
    return Collections.unmodifiableMap(headers);
  }
}
