package io.travelsuite.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What docs/spring-boot.md shows is in what is compiled, and what it names is there. */
class SpringDocumentTest {

  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern PROPERTY = Pattern.compile("\\| `travel\\.([a-z.-]+)` \\|");

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String document() {
    return read(root().resolve("docs/spring-boot.md"));
  }

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(root().resolve("examples/spring-boot/src/main/java"))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> oneLine(read(file)))
          .collect(Collectors.joining(" "));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  @Test
  void every_sample_is_of_the_application() throws IOException {
    String sources = sources();
    assertThat(SAMPLE.matcher(document()).results().map(found -> oneLine(found.group(1))))
        .hasSize(2)
        .allSatisfy(sample -> assertThat(sources).contains(sample));
  }

  @Test
  void every_property_is_told_of_and_no_other() {
    Stream<String> own =
        Stream.of(TravelProperties.class.getRecordComponents())
            .map(one -> dashed(one.getName()))
            .filter(name -> !name.equals("combining"));
    Stream<String> nested =
        Stream.of(TravelProperties.Combining.class.getRecordComponents())
            .map(one -> "combining." + dashed(one.getName()));

    assertThat(PROPERTY.matcher(document()).results().map((MatchResult found) -> found.group(1)))
        .containsExactlyInAnyOrderElementsOf(Stream.concat(own, nested).toList());
  }

  private static String dashed(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
