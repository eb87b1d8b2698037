package io.travelsuite.security.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.travelsuite.security.log.RedactingEncoder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is seen of a configuration; none of these appenders is started. */
class LogbackLogsTest {

  private final LoggerContext context = new LoggerContext();
  private final Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

  @BeforeEach
  void quiet() {
    root.setLevel(Level.INFO);
  }

  private void add(
      String logger, OutputStreamAppender<ILoggingEvent> appender, Encoder<ILoggingEvent> encoder) {
    appender.setEncoder(encoder);
    context.getLogger(logger).addAppender(appender);
  }

  @Test
  void a_redacted_console_and_a_rolled_file_are_as_they_should_be() {
    add("ROOT", new ConsoleAppender<>(), new RedactingEncoder());
    add("shop", new RollingFileAppender<>(), new RedactingEncoder());

    assertThat(LogbackLogs.of(context)).isEqualTo(new LogFacts(true, true, 0, false, true));
  }

  @Test
  void one_appender_of_any_logger_that_redacts_nothing_is_seen() {
    add("ROOT", new ConsoleAppender<>(), new RedactingEncoder());
    add("shop.checkout", new ConsoleAppender<>(), new PatternLayoutEncoder());

    assertThat(LogbackLogs.of(context).redacts()).isFalse();
  }

  @Test
  void an_appender_that_nobody_knows_is_not_taken_for_one_that_redacts() {
    root.addAppender(new ListAppender<>());

    assertThat(LogbackLogs.of(context).redacts()).isFalse();
  }

  @Test
  void a_file_that_grows_for_ever_is_seen_and_so_is_debug() {
    add("ROOT", new FileAppender<>(), new RedactingEncoder());
    root.setLevel(Level.DEBUG);

    LogFacts facts = LogbackLogs.of(context);
    assertThat(facts.redacts()).isTrue();
    assertThat(facts.rotates()).isFalse();
    assertThat(facts.debug()).isTrue();
  }
}
