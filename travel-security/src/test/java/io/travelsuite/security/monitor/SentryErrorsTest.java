package io.travelsuite.security.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.metric.Metrics;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.log.Contacts;
import io.travelsuite.security.log.RedactionPolicy;
import io.travelsuite.security.log.Redactor;
import io.travelsuite.security.secret.FakeServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a receiver behind a socket. */
class SentryErrorsTest {

  private static final String CARD = "4111 1111 1111 1111";
  private static final String CANARY = "canary-91c4";
  private static final Secret KNOWN = Secret.of("hunter2-" + CANARY);

  private final List<String> bodies = new ArrayList<>();
  private final List<String> credentials = new ArrayList<>();
  private final SteppingClock clock = new SteppingClock();
  private int status = 200;
  private FakeServer server;
  private SentryErrors errors;

  @BeforeEach
  void open() throws IOException {
    server = new FakeServer(this::answer);
    String dsn = server.base().toString().replace("http://", "http://pub1ickey@") + "42";
    Redactor redactor =
        new Redactor(
            new RedactionPolicy(Contacts.MASKED, Contacts.MASKED, Set.of(), () -> List.of(KNOWN)));
    errors =
        SentryErrors.of(
            SentryProject.of(dsn, "shop@1.0", "test"),
            redactor,
            HttpClient.newHttpClient(),
            new SentryErrors.Telling(clock, Metrics.none()));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private FakeServer.Answer answer(HttpExchange request, String body) {
    bodies.add(body);
    credentials.add(request.getRequestHeaders().getFirst("X-Sentry-Auth"));
    if (status == 429) {
      request.getResponseHeaders().add("Retry-After", "60");
    }
    return new FakeServer.Answer(status, "{}");
  }

  private static Throwable hostile() {
    Throwable cause =
        new IllegalStateException(
            "jdbc:mysql://app:" + CANARY + "pw@db/shop password=" + CANARY + " card " + CARD);
    return new IllegalArgumentException(
        "Authorization: Bearer " + CANARY + "\nand " + KNOWN.text() + " of anna@mail.example",
        cause);
  }

  @Test
  void an_error_arrives_as_an_envelope_with_its_causes_and_frames() throws IOException {
    errors.report(hostile(), Map.of("route", "hold"));
    assertThat(errors.run()).isOne();
    assertThat(server.asked).containsExactly("POST /api/42/envelope/");
    assertThat(credentials.get(0)).startsWith("Sentry sentry_version=7,").endsWith("=pub1ickey");
    String[] lines = bodies.get(0).split("\n", -1);
    assertThat(lines).hasSize(4);
    ObjectMapper json = new ObjectMapper();
    JsonNode event = json.readTree(lines[2]);
    assertThat(json.readTree(lines[0]).path("event_id").asText())
        .matches("[0-9a-f]{32}")
        .isEqualTo(event.path("event_id").asText());
    assertThat(json.readTree(lines[1]).path("length").asInt())
        .isEqualTo(lines[2].getBytes(UTF_8).length);
    assertThat(event.path("release").asText()).isEqualTo("shop@1.0");
    assertThat(event.path("tags").path("route").asText()).isEqualTo("hold");
    JsonNode values = event.path("exception").path("values");
    assertThat(values).hasSize(2);
    assertThat(values.get(0).path("type").asText()).isEqualTo("java.lang.IllegalStateException");
    JsonNode frames = values.get(1).path("stacktrace").path("frames");
    assertThat(frames.get(frames.size() - 1).path("function").asText()).isEqualTo("hostile");
  }

  @Test
  void no_canary_card_address_or_known_secret_leaves_the_host() {
    errors.report(hostile(), Map.of("token", CANARY, "note", "password=" + CANARY));
    errors.run();
    assertThat(bodies.get(0)).contains("[hidden]", "[card …1111]");
    assertThat(bodies.get(0)).doesNotContain(CANARY, CARD, "anna@");
  }

  @Test
  void control_the_message_itself_holds_all_of_them() {
    assertThat(hostile().getMessage() + hostile().getCause().getMessage())
        .contains(CANARY, CARD, "anna@");
  }

  @Test
  void while_the_receiver_is_down_or_asks_for_a_pause_reports_wait() {
    status = 429;
    errors.report(hostile(), Map.of());
    assertThat(errors.run()).isZero();
    assertThat(errors.run()).isZero();
    assertThat(bodies).hasSize(1);
    clock.pass(Duration.ofSeconds(59));
    errors.run();
    assertThat(bodies).hasSize(1);
    status = 200;
    clock.pass(Duration.ofSeconds(1));
    assertThat(errors.run()).isOne();
  }

  @Test
  void what_fails_five_times_or_is_refused_is_dropped_and_the_next_is_sent() {
    status = 503;
    errors.report(hostile(), Map.of());
    for (int i = 0; i < 5; i++) {
      errors.run();
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(bodies).hasSize(5);
    status = 400;
    errors.report(hostile(), Map.of());
    assertThat(errors.run()).isZero();
    status = 200;
    errors.report(hostile(), Map.of());
    assertThat(errors.run()).isOne();
    assertThat(bodies).hasSize(7);
  }

  @Test
  void a_flood_of_errors_is_bounded() {
    for (int i = 0; i < 1_000; i++) {
      errors.report(new IllegalStateException("x"), Map.of());
    }
    assertThat(errors.run()).isEqualTo(100);
  }

  @Test
  void a_project_in_the_clear_or_of_another_form_is_refused_and_not_shown() {
    for (String dsn : List.of("http://" + CANARY.replace("-", "") + "@sentry.example/1", CANARY)) {
      assertThatThrownBy(() -> SentryProject.of(dsn, "a", "b"))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageNotContaining("canary");
    }
    SentryProject project = SentryProject.of("https://abc123@sentry.example/base/7", "a", "b");
    assertThat(project.envelopes()).hasToString("https://sentry.example/base/api/7/envelope/");
    assertThat(project.toString()).doesNotContain("abc123");
  }

  @Test
  void a_pulse_is_answered_by_2xx_alone() throws Exception {
    HttpPulse pulse =
        new HttpPulse(HttpClient.newHttpClient(), Secret.of(server.base() + "ping/x"));
    pulse.beat();
    assertThat(server.asked).containsExactly("POST /ping/x");
    status = 500;
    assertThatThrownBy(pulse::beat).isInstanceOf(IOException.class);
  }
}
