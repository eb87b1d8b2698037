package io.travelsuite.security.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.security.SteppingClock;
import io.travelsuite.security.Vectors;
import io.travelsuite.security.log.RedactingEncoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggedEventsTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(LoggedEvents.LOGGER);
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<SecurityEvent> told = new ArrayList<>();
  private final SecurityEvents events =
      new SecurityEvents(new SteppingClock(), List.of(new LoggedEvents(), told::add));

  @BeforeEach
  void listen() {
    LoggerContext context = logger.getLoggerContext();
    RedactingEncoder encoder = new RedactingEncoder();
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    logger.setAdditive(false);
    logger.addAppender(appender);
  }

  @AfterEach
  void leave() {
    logger.detachAppender(appender);
    logger.setAdditive(true);
  }

  @Test
  void ten_thousand_hostile_events_are_ten_thousand_lines_of_json_with_stable_names()
      throws IOException {
    List<String> naughty = new ArrayList<>(Vectors.texts(Vectors.json("edge/blns.json")));
    naughty.addAll(List.of("a\r\nevent: forged", "\u2028", "password=canary", "x".repeat(5_000)));
    SecurityEventType[] types = SecurityEventType.values();
    for (int i = 0; i < 10_000; i++) {
      String value = naughty.get(i % naughty.size());
      events.tell(
          types[i % types.length], Map.of(EventField.USER, value, EventField.REQUEST, "r" + i));
    }
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines).hasSize(10_000);
    for (int i = 0; i < lines.size(); i++) {
      JsonNode line = new ObjectMapper().readTree(lines.get(i));
      assertThat(line.path("kvpList").findValuesAsText("event"))
          .containsExactly(types[i % types.length].id());
      assertThat(line.path("kvpList").findValuesAsText("request_id")).containsExactly("r" + i);
    }
    assertThat(out.toString(UTF_8)).doesNotContain("canary");
  }

  @Test
  void an_event_is_one_line_of_json_by_itself() throws IOException {
    events.tell(
        SecurityEventType.LOGIN_FAIL,
        Map.of(EventField.USER, "bob\r\nforged token=canary", EventField.ADDRESS, "192.0.2.1"));
    String json = told.get(0).json();
    assertThat(json).doesNotContain("canary", "\n", "\r");
    JsonNode line = new ObjectMapper().readTree(json);
    assertThat(line.path("event").asText()).isEqualTo("authn_login_fail");
    assertThat(line.path("level").asText()).isEqualTo("WARN");
    assertThat(line.path("datetime").asText()).isEqualTo("2026-11-26T20:00:00Z");
    assertThat(line.path("source_ip").asText()).isEqualTo("192.0.2.1");
  }

  /** The words of the vocabulary, and ours; a renamed one breaks somebody's dashboard. */
  @Test
  void the_names_are_these() {
    assertThat(Arrays.stream(SecurityEventType.values()).map(SecurityEventType::id))
        .doesNotHaveDuplicates()
        .allMatch(
            id ->
                id.matches(
                        "(authn|authz|excess|input|malicious|sequence|session|crypt|sys)_[a-z_]+")
                    || id.equals("travel_signature_fail"))
        .contains(
            "authn_login_success",
            "authn_login_successafterfail",
            "authn_login_fail",
            "authn_login_lock",
            "authn_token_reuse",
            "authz_fail",
            "excess_rate_limit_exceeded",
            "input_validation_fail",
            "malicious_cors",
            "session_use_after_expire");
  }
}
