package io.travelsuite.notify.ticket.pdf;

/** Isolates as the element that means the same: fonts have no letter for the characters. */
final class IsolatesAsElements {

  private IsolatesAsElements() {}

  /** {@return the page with {@code <bdi>} for isolates in its text, and none in its tags} */
  static String of(String page) {
    StringBuilder out = new StringBuilder(page.length());
    boolean tag = false;
    for (int i = 0; i < page.length(); i++) {
      char c = page.charAt(i);
      tag = c == '<' || (tag && c != '>');
      switch (c) {
        case '\u2068' -> out.append(tag ? "" : "<bdi>");
        case '\u2069' -> out.append(tag ? "" : "</bdi>");
        default -> out.append(c);
      }
    }
    return out.toString();
  }
}
