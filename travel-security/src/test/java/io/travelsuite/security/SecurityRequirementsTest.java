package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every line of the table names tests that are there and run. */
class SecurityRequirementsTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| *(\\d+) *\\|(.*)\\|([^|]*)\\|\\s*$");

  static final Pattern NAME = Pattern.compile("(\\w+)\\.(\\w+)");

  private record Row(int line, List<MatchResult> tests) {}

  private static List<Row> rows() throws IOException {
    Path docs = Repository.root().resolve("docs");
    List<Path> pages = new ArrayList<>(List.of(docs.resolve("security-requirements.md")));
    Path parts = docs.resolve("security-requirements");
    if (Files.isDirectory(parts)) {
      try (Stream<Path> files = Files.list(parts)) {
        files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
      }
    }
    return pages.stream().flatMap(page -> rows(Repository.read(page))).toList();
  }

  private static Stream<Row> rows(String page) {
    return ROW.matcher(page)
        .results()
        .map(
            row ->
                new Row(
                    Integer.parseInt(row.group(1)), NAME.matcher(row.group(3)).results().toList()));
  }

  /** Empty when it is a test that runs. */
  static Optional<String> problem(MatchResult test) {
    List<Path> classes = Repository.sources(".*src/test/java/.*/" + test.group(1) + "\\.java");
    if (classes.isEmpty()) {
      return Optional.of(test.group() + ": no such class");
    }
    return isRun(Repository.read(classes.get(0)), test.group(2))
        ? Optional.empty()
        : Optional.of(test.group() + ": no such test, or disabled");
  }

  /** Annotated as a test, from the end of the member before it on, and not disabled. */
  private static boolean isRun(String source, String method) {
    int at = source.indexOf(" " + method + "(");
    String before = at < 0 ? "" : source.substring(0, at);
    int last = Math.max(before.lastIndexOf("\n  }\n"), before.lastIndexOf(";\n\n"));
    String annotations = before.substring(Math.max(0, last));
    return annotations.matches("(?s).*@(Test|ParameterizedTest|RepeatedTest|ArchTest)\\b.*")
        && !annotations.contains("@Disabled");
  }

  @Test
  void every_test_that_a_row_names_is_there_and_runs() throws IOException {
    List<Row> rows = rows();
    assertThat(rows).isNotEmpty().noneMatch(row -> row.tests().isEmpty());
    List<String> problems =
        rows.stream()
            .flatMap(row -> row.tests().stream())
            .map(SecurityRequirementsTest::problem)
            .flatMap(Optional::stream)
            .toList();
    assertThat(problems).isEmpty();
  }

  @Test
  void every_line_that_the_page_claims_has_a_row() throws IOException {
    String page = Repository.read(Repository.root().resolve("docs/security-requirements.md"));
    var claimed = new TreeSet<Integer>();
    Pattern.compile("(?m)^Lines met so far: (.*)$")
        .matcher(page)
        .results()
        .flatMap(found -> Stream.of(found.group(1).split("[^0-9–]+", -1)))
        .filter(range -> !range.isEmpty())
        .forEach(range -> addAll(claimed, range));
    assertThat(claimed).hasSizeGreaterThan(15);
    assertThat(rows().stream().map(Row::line)).containsAll(claimed);
  }

  private static void addAll(Set<Integer> lines, String range) {
    String[] ends = range.split("–", -1);
    int last = Integer.parseInt(ends[ends.length - 1]);
    for (int line = Integer.parseInt(ends[0]); line <= last; line++) {
      lines.add(line);
    }
  }

  @Test
  void control_a_name_that_is_gone_or_disabled_is_caught() {
    String source =
        "class A {\n  @Test\n  void runs() {\n  }\n\n  @Disabled\n  @Test\n  void off() {\n  }\n\n  void no() {\n  }\n}";
    assertThat(isRun(source, "runs")).isTrue();
    assertThat(isRun(source, "off")).isFalse();
    assertThat(isRun(source, "no")).isFalse();
    assertThat(isRun(source, "gone")).isFalse();
    Row row =
        rows("| 1 | met | `SecurityRequirementsTest.gone_away` |\n").findFirst().orElseThrow();
    assertThat(problem(row.tests().get(0))).isPresent();
  }
}
