package io.travelsuite.security.input;

import java.util.regex.Pattern;

/**
 * Makes text harmless where it goes to. Input is kept as it came: what is dangerous depends on the
 * place. No state; safe for use by many threads.
 */
public final class Escapes {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,18}(?:[.,][0-9]{1,18})?");

  /** How a formula begins, in full width too (OWASP, "CSV Injection"). */
  private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private Escapes() {}

  /**
   * {@return a text as part of an HTML page: between tags, or in an attribute within quotes;
   * nowhere else, neither in a script nor in a style}
   *
   * @param text any text
   */
  public static String html(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /**
   * {@return a text as a field of a CSV file (RFC 4180), which a spreadsheet takes for text: what
   * could be a formula gets an apostrophe before it; plain numbers stay}
   *
   * @param text any text
   */
  public static String csv(String text) {
    int first = 0;
    while (first < text.length() && text.charAt(first) == ' ') {
      first++;
    }
    boolean formula =
        first < text.length()
            && FORMULA.indexOf(text.charAt(first)) >= 0
            && !NUMBER.matcher(text).matches();
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
