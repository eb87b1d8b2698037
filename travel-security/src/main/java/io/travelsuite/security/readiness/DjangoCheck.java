package io.travelsuite.security.readiness;

import java.util.List;

/**
 * One of Django's security checks (docs.djangoproject.com/en/stable/ref/checks/#security, as of
 * Django 6.1), and what does its work here.
 *
 * @param id Django's, such as {@code security.W004}
 * @param about what it is about
 * @param checks ids of the checks here; empty where nothing is left to check
 * @param note why there is none, or what is different; may be empty
 */
public record DjangoCheck(String id, String about, List<String> checks, String note) {

  /** All of them, W001–W027 and E100–E102. */
  public static final List<DjangoCheck> ALL =
      List.of(
          of("W001", "SecurityMiddleware", "web.hsts web.nosniff web.redirect", "seen live"),
          of("W002", "XFrameOptionsMiddleware", "web.frame", "seen live"),
          of("W003", "CsrfViewMiddleware", "csrf.route", "each route by itself"),
          of("W004", "SECURE_HSTS_SECONDS", "web.hsts web.hsts-age", ""),
          of("W005", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "web.hsts-subdomains", ""),
          of("W006", "SECURE_CONTENT_TYPE_NOSNIFF", "web.nosniff", ""),
          of("W007", "SECURE_BROWSER_XSS_FILTER", "web.csp", "Django took it out; browsers too"),
          of("W008", "SECURE_SSL_REDIRECT", "web.redirect", ""),
          of("W009", "SECRET_KEY", "secret.weak secret.placeholder", ""),
          of("W010", "SESSION_COOKIE_SECURE, with the app", "cookie.secure", ""),
          of("W011", "SESSION_COOKIE_SECURE, with the middleware", "cookie.secure", ""),
          of("W012", "SESSION_COOKIE_SECURE", "cookie.secure", ""),
          of("W013", "SESSION_COOKIE_HTTPONLY, with the app", "cookie.http-only", ""),
          of("W014", "SESSION_COOKIE_HTTPONLY, with the middleware", "cookie.http-only", ""),
          of("W015", "SESSION_COOKIE_HTTPONLY", "cookie.http-only", ""),
          of("W016", "CSRF_COOKIE_SECURE", "cookie.secure", ""),
          of("W017", "CSRF_COOKIE_HTTPONLY", "", "Django took it out: pages read that cookie"),
          of("W018", "DEBUG", "web.debug web.error-details web.profile", ""),
          of("W019", "X_FRAME_OPTIONS", "web.frame", ""),
          of("W020", "ALLOWED_HOSTS", "web.hosts web.unknown-host", ""),
          of("W021", "SECURE_HSTS_PRELOAD", "web.hsts-preload", ""),
          of("W022", "SECURE_REFERRER_POLICY is there", "web.referrer", ""),
          of("E023", "SECURE_REFERRER_POLICY is valid", "web.referrer-value", ""),
          of("E024", "SECURE_CROSS_ORIGIN_OPENER_POLICY is valid", "web.opener", ""),
          of("W025", "SECRET_KEY_FALLBACKS", "secret.previous-weak secret.previous", ""),
          of(
              "E026",
              "SECURE_CSP is a dictionary",
              "web.csp",
              "a policy is a type here; Django 6.0"),
          of("W027", "CSP.NONCE has its context processor", "web.csp-unsafe", "Django 6.1"),
          of("E100", "DEFAULT_HASHING_ALGORITHM", "sign-in.hash", "SHA-256 everywhere else"),
          of("E101", "CSRF_FAILURE_VIEW takes its arguments", "", "the compiler checks that"),
          of("E102", "CSRF_FAILURE_VIEW is there", "", "CsrfGuard answers a value"));

  /** Copies the ids. */
  public DjangoCheck {
    checks = List.copyOf(checks);
  }

  private static DjangoCheck of(String id, String about, String checks, String note) {
    List<String> ids = checks.isEmpty() ? List.of() : List.of(checks.split(" ", -1));
    return new DjangoCheck("security." + id, about, ids, note);
  }
}
