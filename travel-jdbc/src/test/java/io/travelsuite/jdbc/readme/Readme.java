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
    return new Readme(Files.readString(root().resolve(file)));
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  List<String> samples() {
    List<String> samples = new ArrayList<>();
    Matcher matcher = SAMPLE.matcher(text);
    while (matcher.find()) {
      samples.add(matcher.group(1));
    }
    return samples;
  }

  /** The samples that are not, but for white space, in the source of a test of this package. */
  List<String> samplesNotIn(Class<?> test) throws IOException {
    String folder = "travel-jdbc/src/test/java/io/travelsuite/jdbc/readme/";
    Path source = root().resolve(folder + test.getSimpleName() + ".java");
    String compiled = stripped(Files.readString(source));
    return samples().stream().filter(sample -> !compiled.contains(stripped(sample))).toList();
  }

  private static String stripped(String text) {
    return text.replaceAll("\\s+", "");
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
