package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages that map other lists to what is here name what is there. */
class MappingPagesTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern LINK = Pattern.compile("]\\(([^):#]+)(?:#[^)]*)?\\)");
  private static final List<String> PAGES =
      List.of("owasp-top-ten.md", "django.md", "backup.md", "monitoring.md", "dependencies.md");

  private record Row(String topic, List<MatchResult> tests) {}

  private static Path page(String name) {
    return Repository.root().resolve("docs").resolve(name);
  }

  private static List<Row> rows(String name) {
    return ROW.matcher(Repository.read(page(name)))
        .results()
        .filter(row -> !row.group(3).strip().equals("tests") && !row.group(1).startsWith("--"))
        .map(
            row ->
                new Row(
                    row.group(1),
                    SecurityRequirementsTest.NAME.matcher(row.group(3)).results().toList()))
        .toList();
  }

  private static List<String> problems(List<Row> rows) {
    return rows.stream()
        .flatMap(row -> row.tests().stream())
        .map(SecurityRequirementsTest::problem)
        .flatMap(Optional::stream)
        .toList();
  }

  @Test
  void each_of_the_ten_risks_has_tests_that_are_there_and_run() {
    List<Row> rows = rows("owasp-top-ten.md");
    assertThat(rows)
        .map(row -> row.topic().substring(0, 3))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 10).mapToObj(n -> String.format("A%02d", n)).toList());
    assertThat(rows).noneMatch(row -> row.tests().isEmpty());
    assertThat(problems(rows)).isEmpty();
  }

  @Test
  void each_of_djangos_topics_has_tests_that_are_there_and_run() {
    List<Row> rows = rows("django.md");
    assertThat(rows).hasSizeGreaterThan(15).noneMatch(row -> row.tests().isEmpty());
    assertThat(problems(rows)).isEmpty();
  }

  @Test
  void every_link_of_these_pages_leads_to_something_there() {
    for (String name : PAGES) {
      for (MatchResult link : LINK.matcher(Repository.read(page(name))).results().toList()) {
        Path target = page(name).resolveSibling(link.group(1)).normalize();
        assertThat(Files.exists(target)).as("%s of %s", link.group(1), name).isTrue();
      }
    }
  }

  @Test
  void control_a_row_that_names_a_test_that_is_gone_is_caught() {
    MatchResult gone =
        SecurityRequirementsTest.NAME.matcher("MappingPagesTest.gone").results().findFirst().get();
    assertThat(problems(List.of(new Row("A01", List.of(gone))))).hasSize(1);
  }
}
