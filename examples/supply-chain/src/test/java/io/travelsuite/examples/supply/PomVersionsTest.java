package io.travelsuite.examples.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every version that a pom names is one version. */
class PomVersionsTest {

  private static final String OWN = "0.1.0-SNAPSHOT";
  private static final Pattern VERSION = Pattern.compile("<version>([^<]*)</version>");
  private static final Pattern LITERAL = Pattern.compile("[0-9][0-9A-Za-z.-]*|\\$\\{[a-z.]+}");

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }

  private static List<String> loose(String pom) {
    String rules = pom.replaceAll("(?s)<rules>.*?</rules>", ""); // of the JDK and of Maven
    return VERSION
        .matcher(rules)
        .results()
        .map((MatchResult version) -> version.group(1))
        .filter(version -> !version.equals(OWN))
        .filter(
            version ->
                !LITERAL.matcher(version).matches()
                    || version.endsWith("SNAPSHOT")
                    || version.matches("(?i)latest|release"))
        .toList();
  }

  @Test
  void no_pom_names_a_range_a_snapshot_or_the_latest() throws IOException {
    try (Stream<Path> files = Files.walk(root(), 3)) {
      List<Path> poms =
          files
              .filter(file -> file.endsWith("pom.xml"))
              .filter(file -> !file.toString().contains("/target/"))
              .toList();
      assertThat(poms).hasSizeGreaterThan(8);
      for (Path pom : poms) {
        assertThat(loose(Files.readString(pom))).as("%s", pom).isEmpty();
      }
    }
  }

  @Test
  void control_each_of_them_is_caught() {
    for (String bad : List.of("[1.0,2.0)", "(,1.0]", "LATEST", "1.2-SNAPSHOT", "1.+")) {
      assertThat(loose("<version>" + bad + "</version>")).as(bad).containsExactly(bad);
    }
    assertThat(loose("<version>2.3.10-jre</version>")).isEmpty();
  }
}
