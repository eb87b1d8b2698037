package io.travelsuite.notify.template;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A language, ready to write in.
 *
 * @param words its words
 * @param layouts its layouts by kind and ending, such as {@code held.html}
 */
record Language(Words words, Map<String, Layouts.Layout> layouts) {

  /** {@return a layout filled with these names, and with its words} */
  String render(String kind, String ending, Map<String, Object> names) {
    Layouts.Layout layout = Objects.requireNonNull(layouts.get(kind + ending));
    Map<String, Object> all = new HashMap<>(names);
    all.put("w", words.of(kind, layout.wanted(), names));
    return layout.template().execute(all);
  }
}
