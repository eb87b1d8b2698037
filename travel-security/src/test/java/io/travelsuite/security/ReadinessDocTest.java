package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.readiness.Check;
import io.travelsuite.security.readiness.DjangoCheck;
import io.travelsuite.security.readiness.ReadinessCheck;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The tables of docs/readiness.md are what the checks say of themselves. */
class ReadinessDocTest {

  private static final Pattern CHECK = Pattern.compile("(?m)^\\| `[a-z-]+\\.[a-z-]+` \\|.*$");
  private static final Pattern DJANGO = Pattern.compile("(?m)^\\| security\\.[EW]\\d+ \\|.*$");

  private static List<String> rows(Pattern pattern) {
    String page = Repository.read(Repository.root().resolve("docs/readiness.md"));
    return pattern.matcher(page).results().map(MatchResult::group).toList();
  }

  private static String row(Check check) {
    return Stream.of(
            "| `" + check.id() + "`",
            check.severity().name().toLowerCase(Locale.ROOT),
            check.kind().name().toLowerCase(Locale.ROOT),
            check.wrong(),
            check.todo() + " |")
        .reduce((a, b) -> a + " | " + b)
        .orElseThrow();
  }

  private static String row(DjangoCheck check) {
    String ours = String.join(", ", check.checks());
    return "| " + check.id() + " | " + check.about() + " | " + ours + " | " + check.note() + " |";
  }

  @Test
  void every_check_is_in_the_page_with_its_very_words() {
    List<String> expected = ReadinessCheck.checks().stream().map(ReadinessDocTest::row).toList();
    assertThat(rows(CHECK)).containsExactlyElementsOf(expected);
  }

  @Test
  void every_check_has_an_id_of_its_own_and_a_line_to_say_what_to_do() {
    assertThat(ReadinessCheck.checks().stream().map(Check::id)).doesNotHaveDuplicates();
    assertThat(ReadinessCheck.checks())
        .allMatch(check -> check.id().matches("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*"))
        .allMatch(check -> !check.wrong().isBlank() && !check.wrong().endsWith("."))
        .allMatch(check -> !check.todo().isBlank() && !check.todo().endsWith("."));
  }

  @Test
  void every_security_check_of_django_has_its_like_or_a_note() {
    assertThat(rows(DJANGO))
        .containsExactlyElementsOf(DjangoCheck.ALL.stream().map(ReadinessDocTest::row).toList());
    Set<Integer> errors = Set.of(23, 24, 26, 100, 101, 102);
    List<String> all =
        IntStream.concat(IntStream.rangeClosed(1, 27), IntStream.rangeClosed(100, 102))
            .mapToObj(n -> String.format("security.%s%03d", errors.contains(n) ? "E" : "W", n))
            .toList();
    assertThat(DjangoCheck.ALL).extracting(DjangoCheck::id).containsExactlyElementsOf(all);
    for (DjangoCheck check : DjangoCheck.ALL) {
      assertThat(check.checks().isEmpty() && check.note().isEmpty()).isFalse();
      assertThat(check.checks()).allMatch(id -> Objects.nonNull(ReadinessCheck.find(id)));
    }
  }
}
