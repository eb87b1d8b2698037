package io.travelsuite.security.session;

import org.jspecify.annotations.Nullable;

/**
 * What a {@link CsrfGuard} looks at of a request that a cookie would let in. Anything but the
 * method may be null or hold anything.
 *
 * @param method the HTTP method, in upper case as it was sent
 * @param fetchSite the field {@code Sec-Fetch-Site}, which no script can set
 * @param origin the field {@code Origin}
 * @param session what the session's cookie holds; null before somebody has signed in
 * @param cookie what the guard's own cookie holds
 * @param submitted the token in the field {@code X-CSRF-Token} or in the form
 */
public record CsrfRequest(
    String method,
    @Nullable String fetchSite,
    @Nullable String origin,
    @Nullable String session,
    @Nullable String cookie,
    @Nullable String submitted) {

  /** Shows neither the session nor a token. */
  @Override
  public String toString() {
    return "CsrfRequest[" + method + ", site=" + fetchSite + ", origin=" + origin + "]";
  }
}
