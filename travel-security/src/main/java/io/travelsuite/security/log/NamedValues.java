package io.travelsuite.security.log;

import io.travelsuite.security.shape.SecretNames;

/**
 * Hides values behind telling names: {@code name=value}, {@code name: value}, {@code
 * "name":"value"}, {@code <name>value<}. At each separator at most 64 characters before it are
 * looked at, and a hidden value is jumped over: linear.
 */
final class NamedValues {

  private static final int LONGEST_NAME = 64;
  private static final String ENDS = ",;&)}]\"'<>|";

  private final String text;
  private final Redactor redactor;
  private final StringBuilder out;
  private int written;

  NamedValues(String text, Redactor redactor) {
    this.text = text;
    this.redactor = redactor;
    this.out = new StringBuilder();
  }

  String redacted() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean separates = c == '=' || c == ':' || c == '>';
      at = separates ? hide(at, c) : at + 1;
    }
    return written == 0 ? text : out.append(text, written, text.length()).toString();
  }

  /** Where to go on. */
  private int hide(int separator, char kind) {
    int last = separator;
    while (last > 0 && separator - last < 4 && " \\\"'".indexOf(text.charAt(last - 1)) >= 0) {
      last--;
    }
    int first = last;
    while (first > 0 && last - first < LONGEST_NAME && isName(text.charAt(first - 1))) {
      first--;
    }
    String name = text.substring(first, last);
    boolean element = first > 0 && text.charAt(first - 1) == '<';
    if (first == last || (kind == '>' && !element) || !redactor.isSecret(name)) {
      return separator + 1;
    }
    int from = valueStart(separator + 1);
    int to = SecretNames.isHeader(name) ? lineEnd(from) : valueEnd(from);
    if (to == from || text.startsWith(Redactor.HIDDEN, from)) {
      return Math.max(to, separator + 1);
    }
    out.append(text, written, from).append(Redactor.HIDDEN);
    written = to;
    return to;
  }

  private int valueStart(int from) {
    int at = from;
    while (at < text.length() && at - from < 4 && " \t=>".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }

  /** The quotes, if there are some, are part of the value. */
  private int valueEnd(int from) {
    if (from >= text.length()) {
      return from;
    }
    int quote = text.charAt(from) == '\\' ? from + 1 : from;
    if (quote < text.length() && "\"'".indexOf(text.charAt(quote)) >= 0) {
      return quotedEnd(quote, quote > from);
    }
    char open = text.charAt(from);
    if (open == '[' || open == '{') {
      int close = text.indexOf(open == '[' ? ']' : '}', from);
      return close < 0 ? text.length() : close + 1;
    }
    int at = from;
    while (at < text.length() && text.charAt(at) > ' ' && ENDS.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private int quotedEnd(int quote, boolean escapedQuotes) {
    char kind = text.charAt(quote);
    for (int at = quote + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\\' && !escapedQuotes) {
        at++;
      } else if (c == kind) {
        return at + 1;
      }
    }
    return text.length();
  }

  private int lineEnd(int from) {
    int at = from;
    while (at < text.length() && "\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
