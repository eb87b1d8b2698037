package io.travelsuite.notify.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The words of one language, each a template of its own. Immutable. */
final class Words {

  static final String FILE = "words.properties";

  private final Locale locale;
  private final PluralRule plurals;
  private final Map<String, Template> templates = new HashMap<>();

  /**
   * A line of a file of words.
   *
   * @param file the file
   * @param key before the first equals sign
   * @param text after it
   * @param line where it begins
   */
  record Entry(String file, String key, String text, int line) {}

  Words(Locale locale, PluralRule plurals, Map<String, Entry> entries) {
    this.locale = locale;
    this.plurals = plurals;
    Mustache.Compiler compiler = Layouts.compiler(false, locale);
    entries.forEach((key, entry) -> templates.put(key, compiler.compile(entry.text())));
  }

  static boolean rightToLeft(Locale locale) {
    return switch (locale.getLanguage()) {
      case "he", "iw", "ar", "fa", "ur", "yi", "ji", "ps", "sd", "ckb", "dv" -> true;
      default -> false;
    };
  }

  /** {@return the lines of a file: {@code key = text}, {@code #} before a comment} */
  static List<Entry> parse(String file, String text, List<String> problems) {
    List<Entry> entries = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); at++) {
      int first = at + 1;
      StringBuilder joined = new StringBuilder(lines.get(at).strip());
      while (joined.length() > 0
          && joined.charAt(joined.length() - 1) == '\\'
          && at + 1 < lines.size()) {
        joined.setLength(joined.length() - 1);
        joined.append(lines.get(++at).strip());
      }
      String line = joined.toString();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int equals = line.indexOf('=');
      String key = equals < 0 ? line : line.substring(0, equals).strip();
      Integer before = seen.put(key, first);
      if (equals < 1) {
        problems.add(file + ":" + first + ": must be key = text");
      } else if (before != null) {
        problems.add(file + ":" + first + ": \"" + key + "\" is on line " + before + " too");
      } else {
        entries.add(new Entry(file, key, line.substring(equals + 1).strip(), first));
      }
    }
    return entries;
  }

  /** {@return the counted words' stems and forms that are missing} */
  static Set<String> missingForms(Set<String> keys, PluralRule plurals) {
    Set<String> missing = new TreeSet<>();
    Set<String> stems = new TreeSet<>(Set.of(ModelNames.COUNTED));
    for (String key : keys) {
      if (key.startsWith(ModelNames.COUNTED)) {
        stems.add(key.substring(0, key.lastIndexOf('.') + 1));
      }
    }
    for (String stem : stems) {
      plurals.forms().stream().map(form -> stem + form).forEach(missing::add);
    }
    missing.removeAll(keys);
    return missing;
  }

  Locale locale() {
    return locale;
  }

  /** {@return the word's text, filled with the names it may use} */
  Phrase phrase(String key, Map<String, ?> names) {
    Template template = Objects.requireNonNull(templates.get(key), key);
    return new Phrase(template.execute(names).strip());
  }

  /** {@return so many of a fare unit; places where it has none} */
  Phrase units(long count, String code, String number) {
    String form = plurals.form().apply(count);
    String named = ModelNames.COUNTED + code + "." + form;
    Map<String, Object> names = Map.of("n", number, "code", code);
    if (code.isEmpty()) {
      return phrase(ModelNames.COUNTED + form, names);
    }
    return phrase(templates.containsKey(named) ? named : "unitNamed", names);
  }

  /** {@return what {@code w} is in the layouts of a kind: its own words, then those of all} */
  Map<String, Phrase> of(String kind, Set<String> wanted, Map<String, ?> names) {
    Map<String, Phrase> words = new LinkedHashMap<>();
    for (String word : wanted) {
      String own = kind + "." + word;
      words.put(word, phrase(templates.containsKey(own) ? own : word, names));
    }
    return words;
  }
}
