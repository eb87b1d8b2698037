package io.travelsuite.jdbc.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The README at the root of the project, or another document. */
final class Readme {

  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final String text;

  private Readme(String text) {
    this.text = text;
  }

  static Readme read() throws IOException {
    return read("README.md");
  }

  static Readme read(String file) throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return new Readme(Files.readString(folder.resolve(file)));
  }

  List<String> samples() {
    List<String> samples = new ArrayList<>();
    Matcher matcher = SAMPLE.matcher(text);
    while (matcher.find()) {
      samples.add(matcher.group(1));
    }
    return samples;
  }

  /** The line on which the first sample begins, from 1. */
  long firstSampleLine() {
    return text.substring(0, text.indexOf("```java")).lines().count() + 1;
  }

  /** The tests that the table of guarantees names: {@code SomeTest.some_behaviour}. */
  List<String> namedTests() {
    List<String> names = new ArrayList<>();
    Matcher matcher = Pattern.compile("`(\\w+Test)\\.(\\w+)`").matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1) + "." + matcher.group(2));
    }
    return names;
  }
}
