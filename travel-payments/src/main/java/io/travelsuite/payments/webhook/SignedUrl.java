package io.travelsuite.payments.webhook;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A URL that is signed as text, so that it is taken apart as text: {@link java.net.URI} refuses
 * some and would write others anew.
 */
record SignedUrl(String text) {

  /** The configured URL, its query replaced by the request's if that has one. */
  static SignedUrl of(String configured, @Nullable String rawQuery) {
    if (rawQuery == null) {
      return new SignedUrl(configured);
    }
    int question = configured.indexOf('?');
    String path = question < 0 ? configured : configured.substring(0, question);
    return new SignedUrl(path + "?" + rawQuery);
  }

  /** The parameters of the query, decoded. */
  List<WebhookParameter> parameters() {
    int question = text.indexOf('?');
    return question < 0
        ? List.of()
        : WebhookRequest.of(new byte[0], Map.of()).query(text.substring(question + 1)).query();
  }

  /** The first value of a parameter of the query, or null. */
  @Nullable String parameter(String name) {
    for (WebhookParameter parameter : parameters()) {
      if (parameter.name().equals(name)) {
        return parameter.value();
      }
    }
    return null;
  }

  /** Itself, and itself without its port or with the port of its scheme. */
  List<String> withAndWithoutPort() {
    int scheme = text.indexOf("://");
    if (scheme < 0) {
      return List.of(text);
    }
    int start = scheme + 3;
    int end = endOfAuthority(start);
    String authority = text.substring(start, end);
    int colon = authority.lastIndexOf(':');
    boolean hasPort = colon > Math.max(authority.lastIndexOf('@'), authority.lastIndexOf(']'));
    boolean https = text.substring(0, scheme).toLowerCase(Locale.ROOT).equals("https");
    String other = hasPort ? authority.substring(0, colon) : authority + (https ? ":443" : ":80");
    return List.of(text, text.substring(0, start) + other + text.substring(end));
  }

  private int endOfAuthority(int start) {
    for (int i = start; i < text.length(); i++) {
      if ("/?#".indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }
}
