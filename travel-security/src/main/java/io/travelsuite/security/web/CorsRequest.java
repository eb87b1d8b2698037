package io.travelsuite.security.web;

import org.jspecify.annotations.Nullable;

/**
 * What CORS looks at of a request.
 *
 * @param method the request's method
 * @param origin the header {@code Origin}, or null
 * @param requestMethod the header {@code Access-Control-Request-Method}, or null
 * @param requestHeaders the header {@code Access-Control-Request-Headers}, or null
 */
public record CorsRequest(
    String method,
    @Nullable String origin,
    @Nullable String requestMethod,
    @Nullable String requestHeaders) {

  /**
   * {@return a request that is no preflight}
   *
   * @param method the request's method
   * @param origin the header {@code Origin}, or null
   */
  public static CorsRequest of(String method, @Nullable String origin) {
    return new CorsRequest(method, origin, null, null);
  }

  boolean isPreflight() {
    return method.equals("OPTIONS") && requestMethod != null;
  }
}
