package io.travelsuite.security.session;

/** What {@link CsrfGuard#check} answers. Over HTTP all but {@link #PASSED} are 403. */
public enum CsrfCheck {
  /** It was not forged. */
  PASSED,
  /** Another site sent it, as the browser tells by {@code Sec-Fetch-Site}. */
  CROSS_SITE,
  /** {@code Origin} is not one of the allowed ones. */
  FOREIGN_ORIGIN,
  /** There is no token, or the cookie's is another one than what was submitted. */
  NO_TOKEN,
  /** The token is of another session, of one before it was renewed, or was not signed here. */
  BAD_TOKEN;

  /** {@return whether the request may go on} */
  public boolean passed() {
    return this == PASSED;
  }
}
