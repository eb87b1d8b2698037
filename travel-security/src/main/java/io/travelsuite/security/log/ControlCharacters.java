package io.travelsuite.security.log;

/**
 * Writes what could begin a new line of a log, steer a terminal or turn the order of what is read
 * ("Trojan Source", CVE-2021-42574) as an escape.
 */
final class ControlCharacters {

  private ControlCharacters() {}

  static String escaped(String text) {
    int first = 0;
    while (first < text.length() && !isUnsafe(text.charAt(first))) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int at = first; at < text.length(); at++) {
      char c = text.charAt(at);
      if (!isUnsafe(c)) {
        out.append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c == '\r') {
        out.append("\\r");
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    return out.toString();
  }

  private static boolean isUnsafe(char c) {
    return (c < ' ' && c != '\t')
        || (c >= 0x7f && c <= 0x9f)
        || c == 0x2028
        || c == 0x2029
        || (c >= 0x202a && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
