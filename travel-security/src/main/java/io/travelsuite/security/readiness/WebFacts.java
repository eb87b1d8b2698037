package io.travelsuite.security.readiness;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the public address answered.
 *
 * @param plainStatus to {@code http://}
 * @param plainLocation where it sent to, empty for nowhere
 * @param headers of a page over HTTPS, names in small letters
 * @param cookies the {@code Set-Cookie} lines of a sign-in page
 * @param unknownHostStatus to a request for another host
 * @param errorBody the body of an error
 * @param traceStatus to a {@code TRACE}
 * @param foreignOriginMayRead whether {@code Access-Control-Allow-Origin} let an unknown origin in
 */
public record WebFacts(
    int plainStatus,
    String plainLocation,
    Map<String, String> headers,
    List<String> cookies,
    int unknownHostStatus,
    String errorBody,
    int traceStatus,
    boolean foreignOriginMayRead) {

  /** Copies the collections. */
  public WebFacts {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  String header(String name) {
    return headers.getOrDefault(name, "").toLowerCase(Locale.ROOT);
  }

  /** Cookies and bodies may hold what nobody should see. */
  @Override
  public String toString() {
    return "WebFacts[hidden]";
  }
}
