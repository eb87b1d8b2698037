package io.travelsuite.notify.template;

import io.travelsuite.notify.notice.NoticeKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Wires {@link MessageTemplates}. Not thread-safe. */
public final class MessageTemplatesBuilder {

  private static final TemplateSource SHIPPED =
      TemplateSource.classPath(
          MessageTemplates.class.getClassLoader(), "io/travelsuite/notify/template/");

  private final List<TemplateSource> sources = new ArrayList<>();
  private final Map<Locale, PluralRule> languages = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private Locale fallback = Locale.ENGLISH;

  MessageTemplatesBuilder() {
    languages.put(Locale.ENGLISH, PluralRule.ONE_OTHER);
    languages.put(Locale.GERMAN, PluralRule.ONE_OTHER);
    languages.put(Locale.forLanguageTag("he"), PluralRule.ONE_TWO_OTHER);
  }

  /**
   * Asks this source before the shipped files and before sources given earlier. A layout replaces
   * the shipped one; a file of words replaces the words that it has.
   *
   * @param source where the host's files are
   * @return this
   */
  public MessageTemplatesBuilder source(TemplateSource source) {
    sources.add(0, source);
    return this;
  }

  /**
   * Writes in another language, or in the form of a country: its words are in {@code
   * fr/words.properties}. Those of {@code de-CH} need only differ from {@code de}.
   *
   * @param locale the language
   * @param plurals how it counts
   * @return this
   */
  public MessageTemplatesBuilder language(Locale locale, PluralRule plurals) {
    languages.put(locale, plurals);
    return this;
  }

  /**
   * Writes in this language to customers of whose language there is none; by default English.
   *
   * @param locale one of the languages
   * @return this
   */
  public MessageTemplatesBuilder fallback(Locale locale) {
    fallback = locale;
    return this;
  }

  /**
   * {@return the templates, all of them read and checked}
   *
   * @throws TemplateException if one would fail when it is used
   */
  public MessageTemplates build() {
    problems.clear();
    List<TemplateSource> all = new ArrayList<>(sources);
    all.add(SHIPPED);
    Layouts layouts = new Layouts(all, problems);
    Map<Locale, Language> ready = new HashMap<>();
    languages.forEach((locale, rule) -> ready.put(locale, language(layouts, locale, rule)));
    if (!languages.containsKey(fallback)) {
      problems.add("the fallback " + fallback.toLanguageTag() + " is none of the languages");
    }
    if (!problems.isEmpty()) {
      throw new TemplateException(problems);
    }
    return new MessageTemplates(ready, fallback);
  }

  private Language language(Layouts layouts, Locale locale, PluralRule rule) {
    Map<String, Words.Entry> entries = words(locale);
    Map<String, Layouts.Layout> found = new HashMap<>();
    for (NoticeKind kind : NoticeKind.values()) {
      for (String ending : List.of(".html", ".txt")) {
        put(found, kind.text() + ending, layouts.find(locale, kind.text(), ending));
      }
    }
    String ticket = MessageTemplates.TICKET;
    put(found, ticket + ".html", layouts.find(locale, ticket, ".html"));
    String file = file(locale);
    found.forEach((name, layout) -> missing(file, name, layout, entries.keySet()));
    required(rule, entries.keySet()).forEach(word -> report(file + ": no word \"" + word + "\""));
    return new Language(new Words(locale, rule, sound(entries)), found);
  }

  private static void put(
      Map<String, Layouts.Layout> found, String name, Layouts.@Nullable Layout layout) {
    if (layout != null) {
      found.put(name, layout);
    }
  }

  /** The words of a locale over those of its language; at each, the host's over the shipped. */
  private Map<String, Words.Entry> words(Locale locale) {
    Map<String, Words.Entry> entries = new LinkedHashMap<>();
    Set<String> files = new LinkedHashSet<>();
    files.add(locale.getLanguage() + "/" + Words.FILE);
    files.add(file(locale));
    boolean any = false;
    List<TemplateSource> lowestFirst = new ArrayList<>(sources);
    lowestFirst.add(SHIPPED);
    Collections.reverse(lowestFirst);
    for (String file : files) {
      for (TemplateSource source : lowestFirst) {
        String text = source.read(file);
        any |= text != null && file.equals(file(locale));
        if (text != null) {
          Words.parse(file, text, problems).forEach(entry -> entries.put(entry.key(), entry));
        }
      }
    }
    if (!any) {
      report(file(locale) + ": is missing");
    }
    return entries;
  }

  private static String file(Locale locale) {
    return locale.toLanguageTag() + "/" + Words.FILE;
  }

  private void missing(String file, String name, Layouts.Layout layout, Set<String> keys) {
    String kind = name.substring(0, name.lastIndexOf('.'));
    layout
        .words()
        .forEach(
            (word, line) -> {
              if (!keys.contains(word) && !keys.contains(kind + "." + word)) {
                String wanted = "\"" + kind + "." + word + "\" or \"" + word + "\"";
                report(layout.file() + ":" + line + ": " + file + " has no word " + wanted);
              }
            });
  }

  private static Set<String> required(PluralRule rule, Set<String> keys) {
    Set<String> words = new TreeSet<>(ModelNames.FILLED.keySet());
    for (NoticeKind kind : NoticeKind.values()) {
      ModelNames.KIND_WORDS.forEach(word -> words.add(kind.text() + "." + word));
    }
    words.removeAll(keys);
    words.addAll(Words.missingForms(keys, rule));
    return words;
  }

  /** {@return the entries in which nothing is wrong} */
  private Map<String, Words.Entry> sound(Map<String, Words.Entry> entries) {
    Map<String, Words.Entry> sound = new HashMap<>();
    entries.forEach(
        (key, entry) -> {
          List<String> wrong = TemplateTags.ofWord(entry).problems();
          wrong.forEach(this::report);
          if (wrong.isEmpty()) {
            sound.put(key, entry);
          }
        });
    return sound;
  }

  private void report(String problem) {
    if (!problems.contains(problem)) {
      problems.add(problem);
    }
  }
}
