package io.travelsuite.security.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which pages of other origins may call, by the CORS protocol of the Fetch standard (section 3.2).
 *
 * <p>Origins are compared as whole texts, never by a pattern, an ending or in another case; {@code
 * null} (a sandboxed frame, a file) is nobody's. Nothing that a request says is echoed but an
 * origin that is in the list. {@code Vary: Origin} is set on every answer, also on those without
 * CORS headers: else a cache hands one page's answer to another. Immutable; safe for use by many
 * threads.
 */
public final class CorsPolicy {

  /** Sent without a preflight, so that no policy can refuse them (Fetch, section 2.2.1). */
  private static final Set<String> SIMPLE_METHODS = Set.of("GET", "HEAD", "POST");

  private static final int MOST_HEADERS = 50;

  private final CorsPolicyBuilder settings;
  private final Set<String> origins;
  private final Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  CorsPolicy(CorsPolicyBuilder settings, Set<String> origins) {
    this.settings = settings;
    this.origins = origins;
    headers.addAll(settings.headers);
  }

  /**
   * A policy for pages of these origins.
   *
   * @param origins as browsers write them: {@code https://partner.example}, with a port if it is
   *     not the scheme's; or {@code *} alone, outside production and without credentials
   * @return a builder with the defaults
   */
  public static CorsPolicyBuilder origins(String... origins) {
    return new CorsPolicyBuilder(List.of(origins));
  }

  /**
   * Judges a request.
   *
   * @param request what is looked at
   * @return what to do, and the headers to set
   */
  public CorsAnswer answer(CorsRequest request) {
    Map<String, String> none = Map.of("Vary", vary(request));
    String origin = request.origin();
    if (origin == null || settings.sites.contains(origin)) {
      return new CorsAnswer.NotCrossOrigin(none);
    }
    String allowed = allowed(origin);
    if (allowed == null) {
      return new CorsAnswer.Refused("origin", none);
    }
    if (!request.isPreflight()) {
      return isMethod(request.method())
          ? new CorsAnswer.Granted(actual(allowed, none))
          : new CorsAnswer.Refused("method", none);
    }
    return preflight(request, allowed, none);
  }

  private CorsAnswer preflight(CorsRequest request, String allowed, Map<String, String> none) {
    String method = request.requestMethod();
    if (method == null || !isMethod(method)) {
      return new CorsAnswer.Refused("method", none);
    }
    if (!areHeaders(request.requestHeaders())) {
      return new CorsAnswer.Refused("header", none);
    }
    Map<String, String> answer = granted(allowed, none);
    answer.put("Access-Control-Allow-Methods", String.join(", ", settings.methods));
    if (!headers.isEmpty()) {
      answer.put("Access-Control-Allow-Headers", String.join(", ", headers));
    }
    answer.put("Access-Control-Max-Age", Long.toString(settings.maxAge.toSeconds()));
    return new CorsAnswer.Preflight(Map.copyOf(answer));
  }

  private Map<String, String> actual(String allowed, Map<String, String> none) {
    Map<String, String> answer = granted(allowed, none);
    if (!settings.exposed.isEmpty()) {
      answer.put("Access-Control-Expose-Headers", String.join(", ", settings.exposed));
    }
    return Map.copyOf(answer);
  }

  private Map<String, String> granted(String allowed, Map<String, String> none) {
    Map<String, String> answer = new LinkedHashMap<>(none);
    answer.put("Access-Control-Allow-Origin", allowed);
    if (settings.credentials) {
      answer.put("Access-Control-Allow-Credentials", "true");
    }
    return answer;
  }

  private @Nullable String allowed(String origin) {
    if (origins.contains("*")) {
      return "*";
    }
    return origins.contains(origin) ? origin : null;
  }

  private boolean isMethod(String method) {
    return SIMPLE_METHODS.contains(method) || settings.methods.contains(method);
  }

  private boolean areHeaders(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return true;
    }
    String[] names = asked.split(",", MOST_HEADERS + 1);
    if (names.length > MOST_HEADERS) {
      return false;
    }
    for (String name : names) {
      if (!headers.contains(name.strip().toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static String vary(CorsRequest request) {
    return request.method().equals("OPTIONS")
        ? "Origin, Access-Control-Request-Method, Access-Control-Request-Headers"
        : "Origin";
  }
}
