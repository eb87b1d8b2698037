package io.travelsuite.notify.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Any text as part of a header: one line of ASCII that reads as the text. What is not plain becomes
 * encoded words (RFC 2047) of UTF-8 in Base64, in which nothing can end a line or a header; so does
 * what looks like an encoded word itself.
 */
final class HeaderText {

  private static final int LONGEST = 250;

  /** With what frames it, a word stays within the 75 characters of RFC 2047, 2. */
  private static final int BYTES_A_WORD = 45;

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9 ]{0,60}");
  private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\u0085\u2028\u2029]+");

  private HeaderText() {}

  /** The text in one line: controls and line breaks become spaces, and its end is cut. */
  static String oneLine(String text) {
    String line = BREAKS.matcher(text).replaceAll(" ").strip();
    if (line.codePointCount(0, line.length()) <= LONGEST) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
  }

  /** The text as a header has it, in lines of at most 76 characters. */
  static String encoded(String text) {
    String line = oneLine(text);
    if (PLAIN.matcher(line).matches()) {
      return line;
    }
    StringBuilder header = new StringBuilder();
    int from = 0;
    while (from < line.length()) {
      int to = wordEnd(line, from);
      byte[] bytes = line.substring(from, to).getBytes(UTF_8);
      header.append(from == 0 ? "" : "\r\n ");
      header.append("=?UTF-8?B?").append(Base64.getEncoder().encodeToString(bytes)).append("?=");
      from = to;
    }
    return header.toString();
  }

  /** Never within a character: each word is decoded by itself. */
  private static int wordEnd(String line, int from) {
    int bytes = 0;
    int to = from;
    while (to < line.length()) {
      int next = to + Character.charCount(line.codePointAt(to));
      bytes += line.substring(to, next).getBytes(UTF_8).length;
      if (bytes > BYTES_A_WORD) {
        break;
      }
      to = next;
    }
    return to;
  }
}
