package io.travelsuite.security.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.slf4j.MarkerFactory;

class RedactingEncoderTest {

  private static final String PATTERN = "%d %level %thread %logger %marker %mdc %kvp %msg%n%xEx";

  private final LoggerContext context = new LoggerContext();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Logger logger(Encoder<ILoggingEvent> encoder) {
    encoder.setContext(context);
    encoder.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.setOutputStream(out);
    appender.start();
    context.setMDCAdapter(new ch.qos.logback.classic.util.LogbackMDCAdapter());
    Logger logger = context.getLogger("io.travelsuite.Test");
    logger.setLevel(Level.TRACE);
    logger.addAppender(appender);
    return logger;
  }

  private static RedactingEncoder byPattern() {
    RedactingEncoder encoder = new RedactingEncoder();
    encoder.setPattern(PATTERN);
    return encoder;
  }

  private String written() {
    return out.toString(UTF_8);
  }

  /** A canary in every place that an event has. */
  private void speak(Logger logger) {
    context.getMDCAdapter().put("token", "canary-mdc");
    context.getMDCAdapter().put("note", "password=canary-mdc");
    logger.info("password={} for {}", "canary-argument", "user");
    logger.info("the token {} of {}", "canary-argument", new int[] {1});
    logger.info("password=canary-message");
    logger.info(MarkerFactory.getMarker("secret=canary-marker"), "marked");
    logger
        .atWarn()
        .addKeyValue("apiKey", "canary-pair")
        .addKeyValue("text", "cvv=canary-pair")
        .log("pairs");
    Exception cause = new IllegalStateException("token=canary-cause\nforged line");
    cause.addSuppressed(new IllegalStateException("pin: canary-suppressed"));
    logger.error("failed", new IOException("Authorization: canary-exception", cause));
    logger.info("card {}", 4111111111111111L);
    context.getMDCAdapter().clear();
  }

  @Test
  void nothing_gets_through_the_json_encoder_and_each_event_is_one_line() throws IOException {
    speak(logger(new RedactingEncoder()));
    assertThat(written()).doesNotContain("canary", "4111111111111111");
    List<String> lines = written().lines().toList();
    assertThat(lines).hasSize(7);
    for (String line : lines) {
      assertThat(new ObjectMapper().readTree(line).path("mdc").path("token").asText())
          .isEqualTo("[hidden]");
    }
    JsonNode first = new ObjectMapper().readTree(lines.get(0));
    assertThat(first.path("formattedMessage").asText()).isEqualTo("password=[hidden] for user");
    assertThat(first.path("arguments").get(1).asText()).isEqualTo("user");
  }

  @Test
  void nothing_gets_through_a_pattern_and_no_message_begins_a_line() {
    speak(logger(byPattern()));
    assertThat(written())
        .doesNotContain("canary", "4111111111111111")
        .contains("password=[hidden] for user", "IllegalStateException: token=[hidden]")
        .doesNotContain("\nforged");
  }

  @Test
  void nothing_gets_through_another_encoder() {
    PatternLayoutEncoder other = new PatternLayoutEncoder();
    other.setPattern(PATTERN);
    RedactingEncoder encoder = new RedactingEncoder();
    encoder.setEncoder(other);
    speak(logger(encoder));
    assertThat(written()).isNotEmpty().doesNotContain("canary", "4111111111111111");
  }

  @Test
  void control_without_the_redactor_every_place_leaks() {
    PatternLayoutEncoder plain = new PatternLayoutEncoder();
    plain.setPattern(PATTERN);
    speak(logger(plain));
    assertThat(written())
        .contains("canary-mdc", "canary-argument", "canary-message", "canary-marker")
        .contains("canary-pair", "canary-exception", "canary-cause", "canary-suppressed")
        .contains("4111111111111111", "\nforged");
  }

  @Test
  void the_redactor_of_the_context_is_used_from_then_on() {
    Logger logger = logger(byPattern());
    logger.info("voucher=one");
    context.putObject(
        RedactingEncoder.CONTEXT_KEY,
        new Redactor(
            new RedactionPolicy(Contacts.SHOWN, Contacts.SHOWN, Set.of("voucher"), List::of)));
    logger.info("voucher=two");
    assertThat(written()).contains("voucher=one").doesNotContain("voucher=two");
  }

  @Test
  void a_line_break_in_any_argument_stays_in_its_line() {
    Logger logger = logger(byPattern());
    for (String attack : List.of("\r\n", "\n", "\r", "\u2028", "\u0085", "\u000b", "\u000c")) {
      logger.info("user {}", "bob" + attack + "2026-11-27 INFO admin signed in");
    }
    assertThat(written().split("\\R", -1)).hasSize(8);
  }

  @Test
  void an_argument_that_can_not_be_shown_ends_nothing() {
    Object broken =
        new Object() {
          @Override
          public String toString() {
            throw new IllegalStateException("not to be shown");
          }
        };
    logger(byPattern()).info("it is {} and {}", broken, null);
    assertThat(written()).contains("[FAILED toString()]", "and null");
  }
}
