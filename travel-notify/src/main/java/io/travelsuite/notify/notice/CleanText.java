package io.travelsuite.notify.notice;

import org.jspecify.annotations.Nullable;

/** What somebody typed, as it may stand in a line of a message. */
public final class CleanText {

  private static final int REPLACEMENT = 0xfffd;

  private CleanText() {}

  /**
   * {@return the text on one line} No line breaks, which would begin a header or a property; no
   * control characters and none that XML does not have; no directional overrides and isolates
   * (U+202A–202E, U+2066–2069), which would turn around or end what surrounds them.
   *
   * @param text what was typed, or null for an empty text
   */
  public static String oneLine(@Nullable String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(CleanText::shown).filter(c -> c >= 0).forEach(clean::appendCodePoint);
    return collapsed(clean.toString());
  }

  /**
   * {@return the text with each run of white space as one space, and none at its ends}
   *
   * @param text any text
   */
  public static String collapsed(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> breaks(c) || Character.isWhitespace(c) ? ' ' : c)
        .filter(c -> c != ' ' || (line.length() > 0 && line.charAt(line.length() - 1) != ' '))
        .forEach(line::appendCodePoint);
    return line.toString().strip();
  }

  /** The character to show, or -1 for none. */
  private static int shown(int c) {
    if (breaks(c)) {
      return ' ';
    }
    if (Character.getType(c) == Character.SURROGATE || (c & 0xfffe) == 0xfffe) {
      return REPLACEMENT;
    }
    boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    boolean annotates = c == 0xfeff || (c >= 0xfff9 && c <= 0xfffb);
    return turns || annotates ? -1 : c;
  }

  private static boolean breaks(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      default -> false;
    };
  }
}
