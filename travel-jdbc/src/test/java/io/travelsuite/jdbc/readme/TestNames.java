package io.travelsuite.jdbc.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The test methods of this module, from its sources. */
final class TestNames {

  private static final Pattern METHOD =
      Pattern.compile("@(?:Test|ParameterizedTest|RepeatedTest)\\b[^;{]*?void (\\w+)\\(");

  private TestNames() {}

  static Set<String> existing() throws IOException {
    Set<String> names = new HashSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith("Test.java")).toList()) {
        String type = file.getFileName().toString().replace(".java", "");
        Matcher matcher = METHOD.matcher(Files.readString(file));
        while (matcher.find()) {
          names.add(type + "." + matcher.group(1));
        }
      }
    }
    return names;
  }
}
