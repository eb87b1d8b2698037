package io.travelsuite.security.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ReadinessCheckTest {

  private static final String REASON = "a decision of the board";

  private static Silence silence(String id, LocalDate until) {
    return new Silence(id, REASON, until);
  }

  @Test
  @Timeout(10)
  void a_probe_that_hangs_is_a_finding_and_the_others_are_heard() throws Exception {
    Subject good = Subject.good();
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Probes hanging =
        good.probes()
            .with(
                Look.DATABASE,
                () -> {
                  try {
                    never.await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                  }
                  return good.database();
                });
    ExecutorService executor = Executors.newCachedThreadPool();
    try {
      ReadinessReport report = good.check(hanging).patience(Duration.ofMillis(300)).run(executor);
      assertThat(report.findings()).extracting(Finding::id).containsExactly("probe.database");
      assertThat(report.findings().get(0).details()).containsExactly("no answer within 300 ms");
      assertThat(report.notLooked()).contains("db.tls").doesNotContain("web.hsts");
      interrupted.await();
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void an_executor_that_takes_nothing_makes_a_finding_of_each_probe() {
    ReadinessReport report =
        Subject.good()
            .check()
            .run(
                task -> {
                  throw new RejectedExecutionException();
                });
    assertThat(report.findings()).hasSize(Look.ALL.size());
    assertThat(report.isReady()).isFalse();
  }

  @Test
  void a_probe_that_was_not_handed_over_is_a_finding_where_it_is_needed() {
    ReadinessReport report = Subject.good().check(Probes.none()).run(Runnable::run);
    assertThat(report.findings()).hasSize(Look.ALL.size());
    ReadinessReport noMail =
        Subject.good().with("host.mail", Subject.NOTHING).check(Probes.none()).run(Runnable::run);
    assertThat(noMail.findings()).extracting(Finding::id).doesNotContain("probe.mail");
  }

  @Test
  void a_silenced_finding_does_not_count_until_its_day_has_passed() {
    Subject flawed = Subject.good().with("host.web.debugPages", true);
    ReadinessCheck check = flawed.check();
    ReadinessReport silent =
        check.silencing(List.of(silence("web.debug", Subject.TODAY))).run(Runnable::run);
    assertThat(silent.findings()).isEmpty();
    assertThat(silent.silenced()).extracting(Finding::id).containsExactly("web.debug");
    assertThat(silent.text()).contains("silenced ERROR web.debug");
    ReadinessReport over =
        check
            .silencing(List.of(silence("web.debug", Subject.TODAY.minusDays(1))))
            .run(Runnable::run);
    assertThat(over.findings())
        .extracting(Finding::id)
        .containsExactly("silence.expired", "web.debug");
  }

  @Test
  void a_silence_that_expired_is_a_finding_of_its_own() {
    ReadinessReport report =
        Subject.good()
            .check()
            .silencing(List.of(silence("web.debug", Subject.TODAY.minusDays(1))))
            .run(Runnable::run);
    assertThat(report.findings()).extracting(Finding::id).containsExactly("silence.expired");
    assertThat(report.findings().get(0).details()).containsExactly("web.debug");
  }

  @Test
  void an_id_that_nobody_knows_is_refused() {
    ReadinessCheck check = Subject.good().check();
    LocalDate day = Subject.TODAY.plusDays(1);
    for (String id : List.of("web.nothing", "", "silence.expired")) {
      assertThatThrownBy(() -> check.silencing(List.of(silence(id, day))))
          .isInstanceOf(InvalidRequestException.class);
    }
    List<Silence> twice = List.of(silence("db.tls", day), silence("db.tls", day));
    assertThatThrownBy(() -> check.silencing(twice)).isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new Silence("db.tls", "why not", day))
        .isInstanceOf(InvalidRequestException.class);
    Subject stating =
        Subject.good().with("host.attestations", List.of(GoodHost.attested("db.tls")));
    assertThatThrownBy(stating::check).isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_statement_without_an_owner_or_for_longer_than_a_year_is_refused() {
    LocalDate on = Subject.TODAY;
    assertThatThrownBy(() -> new Attestation("attest.pci", "done", " ", on, on.plusDays(1)))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> new Attestation("attest.pci", "done", "us", on, on.plusDays(367)))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void an_error_forbids_a_start_and_a_warning_does_not() {
    ReadinessReport good = Subject.good().report();
    good.requireReady();
    assertThat(good.exitCode(true)).isZero();
    ReadinessReport warned = Subject.good().with("jvm.user", "root").report();
    warned.requireReady();
    assertThat(warned.exitCode(false)).isZero();
    assertThat(warned.exitCode(true)).isOne();
    ReadinessReport wrong =
        Subject.good().with("jvm.user", "root").with("database.cipher", "").report();
    assertThat(wrong.exitCode(false)).isEqualTo(2);
    assertThatThrownBy(wrong::requireReady)
        .isInstanceOfSatisfying(
            NotReadyException.class, e -> assertThat(e.ids()).containsExactly("db.tls"));
  }

  @Test
  void text_is_a_line_for_each_finding_and_json_says_the_same() throws Exception {
    ReadinessReport report =
        Subject.good().with("host.web.routes.0.rate", "").with("database.cipher", "").report();
    assertThat(report.text().lines())
        .hasSize(5)
        .contains(
            "  ERROR rate.route: Routes that change something have no rate limit"
                + " (POST /v1/holds). Give each a RatePolicy.");
    JsonNode json = new ObjectMapper().readTree(report.json());
    assertThat(json.path("ready").asBoolean(true)).isFalse();
    assertThat(json.path("errors").asInt()).isEqualTo(2);
    assertThat(json.path("findings").findValuesAsText("id"))
        .containsExactlyInAnyOrder("rate.route", "db.tls");
    assertThat(json.path("findings").path(0).path("details").path(0).asText())
        .isEqualTo("POST /v1/holds");
  }

  /** A secret at every place that has one. */
  private static Subject planted(String canary) {
    String grant = "GRANT ALL PRIVILEGES ON *.* TO `a`@`%` IDENTIFIED BY PASSWORD '";
    return Subject.good()
        .with("host.database.password", Secret.of(canary))
        .with("host.database.url", "jdbc:mysql://u:" + canary + "@h/db?password=" + canary)
        .with("host.secrets.kept.0.value", Secret.of(canary))
        .with("host.payments.accounts.0.key", Secret.of("sk_" + "test_" + canary))
        .with("host.payments.accounts.0.webhookUrl", "http://x/?token=" + canary)
        .with("web.cookies", List.of("session=" + canary))
        .with("web.errorBody", "SQLSTATE " + canary)
        .with("jvm.arguments", List.of("-agentlib:jdwp", "-Dpassword=" + canary))
        .with("database.grants", List.of(Grant.parse(grant + canary + "' WITH GRANT OPTION")));
  }

  @Test
  void no_secret_is_in_a_report_wherever_it_was_planted() {
    String canary = "cAnArY7h2Kq9vX";
    Subject planted = planted(canary);
    assertThat(planted.toString()).doesNotContain(canary);
    ReadinessReport report =
        planted
            .with("host.secrets.kept.0.name", "SIGNING-" + canary)
            .with("host.web.routes.0.path", "/v1?token=" + canary)
            .with("host.web.routes.0.rate", "")
            .report();
    assertThat(report.findings().size()).isGreaterThan(10);
    for (String shown : List.of(report.text(), report.json(), report.toString())) {
      assertThat(shown).doesNotContain(canary);
    }
    assertThatThrownBy(report::requireReady).message().doesNotContain(canary);
  }

  @Test
  void what_stumbles_is_a_finding_and_the_others_are_judged() {
    Subject odd = Subject.good().with("database.account", Subject.NOTHING);
    ReadinessReport report = odd.report();
    assertThat(report.findings()).extracting(Finding::id).containsExactly("db.account-host");
    assertThat(report.findings().get(0).details().get(0)).startsWith("could not be judged");
  }

  @Test
  void a_finding_names_five_and_how_many_more() {
    List<String> many = List.of("a", "b", "c", "d", "e", "f", "g");
    Finding finding = new Finding("a.b", Kind.CONFIG, Severity.ERROR, "wrong", "mend", many);
    assertThat(finding.details()).containsExactly("a", "b", "c", "d", "e", "and 2 more");
  }

  @Test
  void a_time_in_the_future_is_no_proof_of_being_recent() {
    assertThat(Subject.good().with("backup.last", Subject.ago(-2)).ids())
        .containsExactly("backup.missing");
    assertThat(Subject.good().with("heartbeat", Subject.ago(-2)).ids())
        .containsExactly("ops.heartbeat");
  }

  @Test
  void privileges_are_read_as_both_servers_tell_them() {
    Grant grant =
        Grant.parse("GRANT SELECT (`a`, `b`), UPDATE ON `shop\\_x`.* TO `u`@`%` WITH GRANT OPTION");
    assertThat(grant).isEqualTo(new Grant(Set.of("SELECT", "UPDATE"), "shop_x.*", true));
    assertThat(Grant.parse("GRANT PROXY ON ''@'%' TO 'root'@'localhost'").ofServer()).isTrue();
    assertThat(Grant.parse("GRANT EXECUTE ON FUNCTION `s`.`f` TO `u`@`h`").on()).isEqualTo("s.f");
  }

  @Test
  void what_mariadb_ships_for_everybody_is_no_privilege_on_the_applications_schema() {
    Grant shipped = Grant.parse("GRANT DELETE, DROP ON `test\\_%`.* TO PUBLIC");
    Subject subject = Subject.good().with("database.grants", List.of(shipped));
    assertThat(subject.ids()).isEmpty();
    assertThat(subject.with("database.schema", "test_shop").ids())
        .containsExactly("db.grants-ddl", "db.append-only");
  }
}
