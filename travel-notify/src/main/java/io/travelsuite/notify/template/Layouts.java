package io.travelsuite.notify.template;

import com.samskivert.mustache.DefaultCollector;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds, checks and compiles layouts; what is wrong with them it collects. */
final class Layouts {

  private final List<TemplateSource> sources;
  private final List<String> problems;

  /**
   * One layout, compiled.
   *
   * @param file the name of its file
   * @param template what is executed
   * @param words the words it asks for, with the line of the first time
   */
  record Layout(String file, Template template, Map<String, Integer> words) {

    Set<String> wanted() {
      return words.keySet();
    }
  }

  Layouts(List<TemplateSource> sources, List<String> problems) {
    this.sources = sources;
    this.problems = problems;
  }

  /**
   * {@return the layout of a kind in a language: its own file, or one for all}
   *
   * @param locale the language
   * @param kind the kind's name, or the layout's own where it has no kinds
   * @param ending {@code .html} or {@code .txt}
   */
  @Nullable Layout find(Locale locale, String kind, String ending) {
    List<String> names = new ArrayList<>();
    for (String name : List.of(kind, "mail")) {
      names.add(locale.toLanguageTag() + "/" + name + ending);
      names.add(locale.getLanguage() + "/" + name + ending);
      names.add(name + ending);
    }
    for (String file : names) {
      String text = read(file);
      if (text != null) {
        return compile(file, text, locale);
      }
    }
    problems.add("mail" + ending + ": is missing");
    return null;
  }

  private @Nullable String read(String file) {
    for (TemplateSource source : sources) {
      String text = source.read(file);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  private @Nullable Layout compile(String file, String text, Locale locale) {
    TemplateTags tags = TemplateTags.ofLayout(file, text);
    tags.problems().stream().filter(p -> !problems.contains(p)).forEach(problems::add);
    if (!tags.problems().isEmpty()) {
      return null;
    }
    Map<String, Integer> words = new TreeMap<>(tags.words());
    try {
      return new Layout(file, compiler(file.endsWith(".html"), locale).compile(text), words);
    } catch (MustacheException e) {
      problems.add(file + ": " + e.getMessage());
      return null;
    }
  }

  static Mustache.Compiler compiler(boolean html, Locale locale) {
    boolean rightToLeft = Words.rightToLeft(locale);
    return Mustache.compiler()
        .escapeHTML(html)
        .emptyStringIsFalse(true)
        .withCollector(new MapsOnly())
        .withFormatter(value -> html ? value.toString() : Isolation.of(value, rightToLeft));
  }

  /** Names are those of the model: else {@code lines} inside a text would be its lines. */
  private static final class MapsOnly extends DefaultCollector {

    @Override
    public Mustache.@Nullable VariableFetcher createFetcher(Object ctx, String name) {
      return ctx instanceof Map ? super.createFetcher(ctx, name) : null;
    }
  }
}
