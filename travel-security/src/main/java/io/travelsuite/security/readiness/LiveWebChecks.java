package io.travelsuite.security.readiness;

import static io.travelsuite.security.readiness.Draft.error;
import static io.travelsuite.security.readiness.Draft.warning;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the public address really answers. */
final class LiveWebChecks {

  private static final long HALF_A_YEAR = Duration.ofDays(180).toSeconds();

  private static final Pattern UNSAFE =
      Pattern.compile("(?:script|default)-src[^;]*(?:'unsafe-inline'|'unsafe-eval'| \\*(?: |;|$))");

  private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]");

  private static final Pattern INSIDE =
      Pattern.compile(
          "\\.java:\\d|\\n\\s*at [\\w.$]+\\(|[a-z]\\.[A-Z]\\w*(?:Exception|Error)\\b|SQLSTATE");

  private static final Set<String> REFERRER =
      Set.of(
          "no-referrer",
          "no-referrer-when-downgrade",
          "origin",
          "origin-when-cross-origin",
          "same-origin",
          "strict-origin",
          "strict-origin-when-cross-origin");

  private static final Set<String> OPENER =
      Set.of("same-origin", "same-origin-allow-popups", "noopener-allow-popups");

  static final List<Check> ALL =
      List.of(
          error("web.redirect", "Plain HTTP is not sent to HTTPS", "Answer it by HttpsRedirect")
              .look(
                  Look.WEB,
                  a ->
                      !Set.of(301, 308).contains(a.plainStatus())
                          || !a.plainLocation().startsWith("https://")),
          error("web.hsts", "Browsers are not told to come by HTTPS only", "Send Hsts.DEFAULT")
              .look(Look.WEB, a -> hstsAge(a) == 0),
          warning(
                  "web.hsts-age",
                  "Browsers forget within 180 days to come by HTTPS only",
                  "Send Hsts.DEFAULT")
              .look(Look.WEB, a -> hstsAge(a) > 0 && hstsAge(a) < HALF_A_YEAR),
          warning(
                  "web.hsts-subdomains",
                  "HTTPS only leaves out the names below",
                  "Send Hsts.DEFAULT")
              .look(Look.WEB, a -> hstsAge(a) > 0 && !hsts(a).contains("includesubdomains")),
          warning(
                  "web.hsts-preload",
                  "The name is not in the browsers' built-in list",
                  "Send preload and submit the name, or silence this with the reason")
              .look(Look.WEB, a -> hstsAge(a) > 0 && !hsts(a).contains("preload")),
          error("web.nosniff", "Browsers may guess types", "Send SecurityHeaders")
              .look(Look.WEB, a -> !a.header("x-content-type-options").equals("nosniff")),
          error("web.frame", "Other sites may frame pages", "Send SecurityHeaders")
              .look(
                  Look.WEB,
                  a ->
                      !a.header("x-frame-options").equals("deny")
                          && !csp(a).contains("frame-ancestors 'none'")),
          error("web.csp", "There is no content security policy", "Send SecurityHeaders.forPages")
              .look(Look.WEB, a -> csp(a).isEmpty()),
          warning(
                  "web.csp-unsafe",
                  "The content security policy allows inline scripts, eval, or any source",
                  "Use a nonce: SecurityHeaders.forPages")
              .look(Look.WEB, a -> UNSAFE.matcher(csp(a)).find()),
          warning(
                  "web.referrer",
                  "Other sites are told which page a visitor came from",
                  "Send SecurityHeaders")
              .look(Look.WEB, a -> a.header("referrer-policy").isEmpty()),
          error(
                  "web.referrer-value",
                  "The referrer policy is none that browsers know, or unsafe-url",
                  "Send SecurityHeaders")
              .look(
                  Look.WEB,
                  a ->
                      !a.header("referrer-policy").isEmpty()
                          && !REFERRER.contains(a.header("referrer-policy"))),
          warning(
                  "web.opener",
                  "Pages share a browsing context with what opened them",
                  "Send SecurityHeaders")
              .look(Look.WEB, a -> !OPENER.contains(a.header("cross-origin-opener-policy"))),
          warning(
                  "web.banner",
                  "Headers tell the version of the server",
                  "Take out Server and X-Powered-By")
              .look(
                  Look.WEB,
                  a -> VERSION.matcher(a.header("server") + a.header("x-powered-by")).find()),
          error(
                  "web.unknown-host",
                  "A request for another host is answered",
                  "Refuse it: HostAllowList")
              .look(Look.WEB, a -> a.unknownHostStatus() < 400 || a.unknownHostStatus() > 499),
          error(
                  "web.error-details",
                  "Errors tell of the inside",
                  "Answer problem documents without causes")
              .look(Look.WEB, a -> INSIDE.matcher(a.errorBody()).find()),
          warning("web.trace", "TRACE is answered", "Refuse it")
              .look(Look.WEB, a -> a.traceStatus() < 400),
          error("cors.live", "An unknown origin may read answers", "Answer by CorsPolicy alone")
              .look(Look.WEB, WebFacts::foreignOriginMayRead),
          error("cookie.secure", "Cookies may travel without TLS", "Make them by HostCookie")
              .lookEach(Look.WEB, (a, f) -> cookies(a, c -> !has(c, "secure"))),
          error("cookie.http-only", "Scripts may read cookies", "Make them by HostCookie")
              .lookEach(
                  Look.WEB,
                  (a, f) ->
                      cookies(
                          a,
                          c ->
                              !has(c, "httponly")
                                  && !name(c).equals(f.deployment().web().readableByPages()))),
          warning(
                  "cookie.same-site",
                  "Cookies are sent along from other sites",
                  "Make them by HostCookie")
              .lookEach(
                  Look.WEB,
                  (a, f) -> cookies(a, c -> !has(c, "samesite=lax") && !has(c, "samesite=strict"))),
          warning(
                  "cookie.prefix",
                  "Cookies may be planted by neighbouring hosts",
                  "Make them by HostCookie: __Host-")
              .lookEach(Look.WEB, (a, f) -> cookies(a, c -> !c.startsWith("__Host-"))),
          warning(
                  "cookie.unseen",
                  "No cookie was seen to be judged",
                  "Have the probe ask for the sign-in page")
              .lookAt(Look.WEB, (a, f) -> a.cookies().isEmpty() && f.deployment().signIn() != null),
          error("tls.expired", "The certificate ends within 3 days", "Renew it now")
              .lookAt(Look.TLS, (t, f) -> left(t, f).compareTo(Duration.ofDays(3)) < 0),
          warning(
                  "tls.expiring",
                  "The certificate ends within 21 days",
                  "Look why it was not renewed")
              .lookAt(
                  Look.TLS,
                  (t, f) ->
                      left(t, f).compareTo(Duration.ofDays(21)) < 0
                          && left(t, f).compareTo(Duration.ofDays(3)) >= 0),
          error(
                  "tls.name",
                  "The certificate is of another name",
                  "Have one made for the public name")
              .look(Look.TLS, t -> !t.nameFits()),
          error(
                  "tls.chain",
                  "Clients do not trust the certificate",
                  "Send the whole chain of a public authority")
              .look(Look.TLS, t -> !t.trusted()),
          error("tls.old-protocols", "TLS 1.0 or 1.1 is accepted", "Allow TLS 1.2 and 1.3 only")
              .look(Look.TLS, TlsFacts::oldProtocols),
          error(
                  "tls.key",
                  "The key of the certificate is short",
                  "Use RSA of 2048 bits or EC of 256")
              .look(Look.TLS, t -> t.keyBits() < (t.keyKind().equals("RSA") ? 2048 : 256)));

  private LiveWebChecks() {}

  private static final Pattern MAX_AGE = Pattern.compile("max-age=\"?(\\d{1,12})");

  private static String hsts(WebFacts answer) {
    return answer.header("strict-transport-security");
  }

  private static long hstsAge(WebFacts answer) {
    Matcher age = MAX_AGE.matcher(hsts(answer));
    return age.find() ? Long.parseLong(age.group(1)) : 0;
  }

  private static String csp(WebFacts answer) {
    return answer.header("content-security-policy");
  }

  private static List<String> cookies(WebFacts answer, Predicate<String> bad) {
    return answer.cookies().stream().filter(bad).map(LiveWebChecks::name).toList();
  }

  private static String name(String cookie) {
    int end = cookie.indexOf('=');
    return end < 0 ? "" : cookie.substring(0, end);
  }

  /** Behind the value, which may be anything but a semicolon. */
  private static boolean has(String cookie, String attribute) {
    for (String part : cookie.toLowerCase(Locale.ROOT).split(";", -1)) {
      if (part.strip().equals(attribute)) {
        return true;
      }
    }
    return false;
  }

  private static Duration left(TlsFacts certificate, Facts facts) {
    return Duration.between(facts.now(), certificate.until());
  }
}
