package io.travelsuite.security.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each planted defect is found by its own check and by no other. */
class ReadinessDefectsTest {

  static List<Defect> table() {
    return Stream.of(WebDefects.ALL, DatabaseDefects.ALL, SecretDefects.ALL, OperationDefects.ALL)
        .flatMap(Collection::stream)
        .toList();
  }

  /** Those have tests of their own, in {@link ReadinessCheckTest}. */
  private static final Set<String> ELSEWHERE = Set.of("silence.expired");

  static Stream<Check> ofKind(Kind kind) {
    return ReadinessCheck.checks().stream().filter(check -> check.kind() == kind);
  }

  static Stream<Check> statements() {
    return ofKind(Kind.ATTEST);
  }

  static List<Look<?>> looks() {
    return Look.ALL;
  }

  @Test
  void a_good_deployment_has_no_finding() {
    ReadinessReport report = Subject.good().report();
    assertThat(report.findings()).isEmpty();
    assertThat(report.notLooked()).isEmpty();
    assertThat(report.looked()).isEqualTo(ReadinessCheck.checks().size());
  }

  @ParameterizedTest
  @MethodSource("table")
  void a_planted_defect_is_found_by_its_check_alone(Defect defect) {
    assertThat(defect.plant().apply(Subject.good()).ids()).containsExactly(defect.id());
  }

  @ParameterizedTest
  @MethodSource("statements")
  void a_statement_that_is_missing_or_over_is_found_by_its_check_alone(Check check) {
    Subject good = Subject.good();
    List<Attestation> others =
        good.host().attestations().stream().filter(one -> !one.id().equals(check.id())).toList();
    assertThat(good.with("host.attestations", others).ids()).containsExactly(check.id());
    Attestation over =
        new Attestation(
            check.id(),
            "looked at",
            "operations",
            Subject.TODAY.minusDays(90),
            Subject.TODAY.minusDays(1));
    List<Attestation> withIt = Stream.concat(others.stream(), Stream.of(over)).toList();
    assertThat(good.with("host.attestations", withIt).ids()).containsExactly(check.id());
  }

  @ParameterizedTest
  @MethodSource("looks")
  <T> void a_probe_that_fails_is_found_by_its_check_alone(Look<T> look) {
    Subject good = Subject.good();
    Probes failing =
        good.probes()
            .with(
                look,
                () -> {
                  throw new IllegalStateException("with password=hunter2hunter2");
                });
    ReadinessReport report = good.check(failing).run(Runnable::run);
    assertThat(report.findings()).extracting(Finding::id).containsExactly("probe." + look.name());
    assertThat(report.notLooked()).isNotEmpty();
    assertThat(report.text()).contains("IllegalStateException").doesNotContain("hunter2");
  }

  @Test
  void every_check_is_in_a_table_of_defects() {
    List<String> planted =
        Stream.of(
                table().stream().map(Defect::id),
                statements().map(Check::id),
                looks().stream().map(look -> "probe." + look.name()),
                ELSEWHERE.stream())
            .flatMap(ids -> ids)
            .toList();
    assertThat(planted).containsExactlyInAnyOrderElementsOf(ids()).doesNotHaveDuplicates();
    assertThat(table()).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void what_a_deployment_does_not_use_is_not_asked_for() {
    Subject without =
        Subject.good()
            .with("host.mail", Subject.NOTHING)
            .with("host.signIn", Subject.NOTHING)
            .with("host.web.uploads", Subject.NOTHING)
            .with("host.payments.accounts", List.of())
            .with("web.cookies", List.of());
    Probes none = without.probes();
    assertThat(without.check(none).run(Runnable::run).findings()).isEmpty();
  }

  private static List<String> ids() {
    return ReadinessCheck.checks().stream().map(Check::id).toList();
  }
}
