package io.travelsuite.examples.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.payments.webhook.RejectionReason;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What those are told who run the server, on the wire. */
class MonitoringTest {

  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Pattern SERIES = Pattern.compile("\\btravel_[a-z_]+");

  private static WiredFixture fixture;

  @BeforeAll
  static void start() {
    fixture = WiredFixture.shared();
  }

  private static Set<String> named(String text) {
    return SERIES
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A partner who wants no more: an alert. */
  private static void raiseAnAlert() {
    fixture.hooks.answers("/alerting", 410);
    fixture
        .manager
        .post(
            "/api/office/partners",
            "{\"url\":\"%s\",\"types\":[\"booking.*\"]}".formatted(fixture.hooks.url("/alerting")))
        .done(201);
    fixture.booked();
  }

  @Test
  void every_metric_that_the_rules_for_alerts_name_is_there_and_a_chat_is_told()
      throws IOException {
    raiseAnAlert();
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(fixture.watchers.came("/chat"))
                    .anyMatch(text -> text.contains("partner-endpoint-disabled")));

    String rules;
    try (InputStream in =
        MonitoringTest.class.getResourceAsStream("/META-INF/travel/prometheus-alerts.yml")) {
      rules = new String(in.readAllBytes(), UTF_8).replaceAll("\\{[^}]*}", "");
    }
    Set<String> missing = named(rules);
    assertThat(missing).hasSizeGreaterThan(15);
    missing.removeAll(named(fixture.scrape()));
    if (!isMariaDb()) {
      missing.remove("travel_database_deadlocks"); // MySQL does not tell them
    }
    assertThat(missing).isEmpty();
  }

  private static boolean isMariaDb() {
    return fixture.scrape().contains("travel_database_deadlocks");
  }

  @Test
  void control_a_metric_that_nobody_measures_would_be_missed() {
    assertThat(named("rate(travel_nobody_measures_total[5m])"))
        .isNotEmpty()
        .noneMatch(named(fixture.scrape())::contains);
  }

  @Test
  void holds_refusals_batches_and_waits_are_measured() {
    JsonNode held = fixture.reseller.post("/bookings", fixture.reservation().toString()).ok();
    fixture.reseller.post("/bookings", fixture.reservation().put("availabilityId", "x").toString());

    assertThat(held.path("status").asText()).isEqualTo("ON_HOLD");
    assertThat(fixture.scrape())
        .containsPattern(
            "travel_calls_seconds_count\\{answer=\"Held\",call=\"hold\",port=\"bookings\"} [1-9]")
        .containsPattern("travel_lane_batches_total [1-9]")
        .containsPattern("travel_lane_wait_seconds_count [1-9]")
        .containsPattern(
            "travel_http_answers_total\\{route=\"POST /octo/bookings\",status=\"400\"}")
        .contains("travel_outbox_oldest_seconds{subscription=\"partners\"}")
        .contains("travel_server_pool_waiting")
        .contains("travel_backup_age_seconds");
  }

  @Test
  void verdicts_on_webhooks_are_counted_and_wrong_signatures_told() {
    told("msg_forged", StandardSignature.newSecret()).refused(400, "webhook-refused");
    told("msg_genuine", fixture.sandboxSecret).done(200); // the secret of the settings

    assertThat(fixture.scrape())
        .contains("travel_server_webhooks_total{provider=\"sandbox\",verdict=\"accepted\"}")
        .contains(
            "travel_server_webhooks_total{provider=\"sandbox\",verdict=\""
                + RejectionReason.SIGNATURE_MISMATCH.label())
        .containsPattern("travel_security_events_total\\{event=\"travel_signature_fail\"} [1-9]");
  }

  private static ApiReply told(String id, Secret secret) {
    long now = Settings.MACHINE.instant().getEpochSecond();
    String body = "{\"type\":\"nothing\"}";
    return new ApiClient(fixture.server.address(), "")
        .send(
            "POST",
            "/webhooks/sandbox",
            body,
            "webhook-id",
            id,
            "webhook-timestamp",
            Long.toString(now),
            "webhook-signature",
            StandardSignature.sign(List.of(secret), id, now, body.getBytes(UTF_8)));
  }

  @Test
  void an_outside_monitor_hears_the_heart() {
    await().atMost(SOON).until(() -> !fixture.watchers.came("/beat").isEmpty());
  }

  @Test
  void an_error_of_the_inside_is_reported_without_what_is_secret() throws SQLException {
    String uuid = fixture.booked();
    execute("RENAME TABLE octo_reservation TO octo_reservation_away");
    try {
      fixture.reseller.get("/bookings/" + uuid).refused("INTERNAL_SERVER_ERROR");
    } finally {
      execute("RENAME TABLE octo_reservation_away TO octo_reservation");
    }

    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(fixture.watchers.came("/api/7/envelope/"))
                    .anyMatch(text -> text.contains("OctoApi"))
                    .noneMatch(text -> text.contains("Ana Lima") || text.contains("Bearer")));
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
