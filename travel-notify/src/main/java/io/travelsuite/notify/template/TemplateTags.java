package io.travelsuite.notify.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the tags of one template and finds what would fail, or say nothing, when it is used. The
 * template language is Mustache's variables, sections and comments; no partials, no other
 * delimiters, and nothing unescaped.
 */
final class TemplateTags {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{([{#^/&!>=])?\\s*([^{}]*?)\\s*}}}?|\\{\\{");
  private static final Pattern UNQUOTED = Pattern.compile("=\\s*$");

  private final String file;
  private final int firstLine;
  private final boolean html;
  private final Deque<Section> open = new ArrayDeque<>();
  private final List<String> problems = new ArrayList<>();

  /** The words it asks for, with the line of the first time. */
  private final Map<String, Integer> words = new LinkedHashMap<>();

  private record Section(String name, int line, Set<String> names) {}

  private TemplateTags(String file, int firstLine, boolean html) {
    this.file = file;
    this.firstLine = firstLine;
    this.html = html;
  }

  /**
   * {@return the tags of a layout}
   *
   * @param file its name
   * @param text its text
   */
  static TemplateTags ofLayout(String file, String text) {
    return new TemplateTags(file, 1, file.endsWith(".html")).read(text, Set.of());
  }

  /**
   * {@return the tags of a word}
   *
   * @param entry the word
   */
  static TemplateTags ofWord(Words.Entry entry) {
    return new TemplateTags(entry.file(), entry.line(), false)
        .read(entry.text(), ModelNames.extra(entry.key()));
  }

  List<String> problems() {
    return problems;
  }

  Map<String, Integer> words() {
    return words;
  }

  private TemplateTags read(String text, Set<String> more) {
    open.push(new Section("", firstLine, more));
    Matcher tag = TAG.matcher(text);
    while (tag.find()) {
      int line =
          firstLine + (int) text.substring(0, tag.start()).chars().filter(c -> c == '\n').count();
      if (tag.group(2) == null) {
        problem(line, "{{ is not closed");
      } else {
        tag(tag.group(1) == null ? ' ' : tag.group(1).charAt(0), tag.group(2), line);
        quoted(text.substring(0, tag.start()), tag.group(2), line);
      }
    }
    while (open.size() > 1) {
      Section section = open.pop();
      problem(section.line(), "section \"" + section.name() + "\" is not closed");
    }
    return this;
  }

  private void tag(char sign, String name, int line) {
    switch (sign) {
      case '!' -> {}
      case ' ' -> name(name, line);
      case '#', '^' -> {
        name(name, line);
        Set<String> inside = sign == '#' ? ModelNames.LISTS.get(name) : null;
        open.push(new Section(name, line, inside == null ? Set.of() : inside));
      }
      case '/' -> close(name, line);
      case '{', '&' -> problem(line, "\"" + name + "\" must be escaped, as {{" + name + "}}");
      default -> problem(line, "{{" + sign + " is not supported");
    }
  }

  private void close(String name, int line) {
    Section section = open.element();
    if (section.name().equals(name) && open.size() > 1) {
      open.pop();
      return;
    }
    String what = open.size() == 1 ? "nothing is open" : "\"" + section.name() + "\" is open";
    problem(line, "section \"" + name + "\" is closed where " + what);
    if (open.size() > 1) {
      open.pop();
    }
  }

  private void name(String name, int line) {
    if (name.startsWith("w.") && !file.endsWith(Words.FILE)) {
      words.putIfAbsent(name.substring(2), line);
      return;
    }
    boolean known =
        ModelNames.TOP.contains(name) || open.stream().anyMatch(s -> s.names().contains(name));
    if (!known && !(name.matches("-(first|last)") && inList())) {
      problem(line, "no name \"" + name + "\"");
    }
  }

  private boolean inList() {
    return open.stream().anyMatch(section -> ModelNames.LISTS.containsKey(section.name()));
  }

  /** What is escaped may hold a space: without quotes the rest would be attributes. */
  private void quoted(String before, String name, int line) {
    if (html
        && UNQUOTED.matcher(before).find()
        && before.lastIndexOf('<') > before.lastIndexOf('>')) {
      problem(line, "\"" + name + "\" is the value of an attribute and must be quoted");
    }
  }

  private void problem(int line, String what) {
    problems.add(file + ":" + line + ": " + what);
  }
}
