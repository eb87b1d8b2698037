package io.travelsuite.security.rate;

import java.util.regex.Pattern;

/** What the RateLimit fields need of RFC 9651: strings, integers and keys, written. */
final class StructuredFields {

  private static final long MOST = 999_999_999_999_999L;
  private static final Pattern KEY = Pattern.compile("[a-z*][a-z0-9_.*-]*");

  private StructuredFields() {}

  /** Section 4.1.6. */
  static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c < 0x20 || c >= 0x7f) {
        throw new IllegalArgumentException("a string is of printable ASCII");
      }
      if (c == '"' || c == '\\') {
        out.append('\\');
      }
      out.append(c);
    }
    return out.append('"').toString();
  }

  /** Section 4.1.4. */
  static String integer(long number) {
    if (number < -MOST || number > MOST) {
      throw new IllegalArgumentException("an integer has at most 15 digits");
    }
    return Long.toString(number);
  }

  /** Section 4.1.1.2, of an integer. */
  static String parameter(String key, long value) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("a key is of lower-case ASCII");
    }
    return ";" + key + "=" + integer(value);
  }
}
