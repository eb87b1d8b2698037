package io.travelsuite.security.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.security.Repository;
import io.travelsuite.security.event.AlertRule;
import io.travelsuite.security.event.SecurityEventType;
import io.travelsuite.security.readiness.OperationSetup;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for Prometheus that ship name nothing that nobody measures. */
class AlertRulesTest {

  private static final Pattern LITERAL = Pattern.compile("\"(travel\\.[a-z-]+\\.[a-z.-]+)\"");
  private static final Pattern SERIES = Pattern.compile("\\btravel_[a-z_]+");
  private static final Pattern GROUP = Pattern.compile("(?m)^ {2}- name: (\\S+)$");
  private static final Pattern EVENT = Pattern.compile("event=\"([a-z_]+)\"");

  private static String rules() throws IOException {
    try (InputStream in =
        AlertRulesTest.class.getResourceAsStream("/META-INF/travel/prometheus-alerts.yml")) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  private static Stream<String> found(Pattern pattern, String text, int group) {
    return pattern.matcher(text).results().map((MatchResult one) -> one.group(group));
  }

  /** Names of metrics in the main code of the library. */
  private static Set<String> registered() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : Repository.sources("travel-[a-z]+/src/main/.*\\.java")) {
      found(LITERAL, Files.readString(file), 1).forEach(names::add);
    }
    return names;
  }

  /** As Micrometer names them for Prometheus. */
  private static Set<String> series(Set<String> names) {
    return names.stream()
        .map(name -> name.replace('.', '_').replace('-', '_'))
        .flatMap(
            name ->
                Stream.of(
                    name,
                    name + "_total",
                    name + "_seconds_count",
                    name + "_seconds_sum",
                    name + "_seconds_max"))
        .collect(Collectors.toSet());
  }

  private static Set<String> unknown(String rules, Set<String> names) {
    String unlabelled = rules.replaceAll("\\{[^}]*}", ""); // events have names alike
    Set<String> left = found(SERIES, unlabelled, 0).collect(Collectors.toCollection(TreeSet::new));
    left.removeAll(series(names));
    return left;
  }

  @Test
  void every_metric_that_a_rule_names_is_measured_by_the_library() throws IOException {
    Set<String> names = registered();
    assertThat(names).hasSizeGreaterThan(20).contains("travel.backup.age-seconds");
    assertThat(found(SERIES, rules(), 0)).hasSizeGreaterThan(10);
    assertThat(unknown(rules(), names)).isEmpty();
  }

  @Test
  void the_page_lists_all_that_rules_name_and_nothing_that_nobody_measures() throws IOException {
    String page = Files.readString(Repository.root().resolve("docs/monitoring.md"));
    Set<String> listed =
        found(Pattern.compile("`(travel\\.[a-z-]+\\.[a-z.-]+)`"), page, 1)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(registered()).containsAll(listed);
    assertThat(unknown(rules(), listed)).isEmpty();
  }

  @Test
  void there_is_a_group_for_all_that_the_readiness_check_asks_for() throws IOException {
    List<String> groups = found(GROUP, rules(), 1).toList();
    assertThat(groups).containsAll(OperationSetup.ALERT_RULES).doesNotHaveDuplicates();
  }

  @Test
  void events_and_rules_that_are_named_are_there() throws IOException {
    Set<String> events =
        Stream.of(SecurityEventType.values())
            .map(SecurityEventType::id)
            .collect(Collectors.toSet());
    assertThat(found(EVENT, rules(), 1)).isNotEmpty().allMatch(events::contains);
    assertThat(AlertRule.DEFAULTS).anyMatch(rule -> rule.name().startsWith("authn."));
    assertThat(rules()).contains("rule=~\"authn\\\\..*\"");
  }

  /** The cases are run by promtool: {@code .ci/alert-rules}. */
  @Test
  void each_rule_has_a_case_in_which_it_fires_and_one_in_which_it_does_not() throws IOException {
    Path cases = Repository.root().resolve("travel-security/src/test/prometheus/alerts-test.yml");
    Set<String> named =
        found(Pattern.compile("(?m)^ {2}- name: (.+)$"), Files.readString(cases), 1)
            .collect(Collectors.toSet());
    assertThat(found(Pattern.compile("- alert: (\\w+)"), rules(), 1))
        .hasSizeGreaterThan(20)
        .allMatch(rule -> named.contains(rule + " fires") && named.contains(rule + " is quiet"));
  }

  @Test
  void control_a_rule_about_a_metric_that_is_gone_is_caught() {
    assertThat(unknown("expr: travel_backup_age > 3", Set.of("travel.backup.age-seconds")))
        .containsExactly("travel_backup_age");
  }
}
