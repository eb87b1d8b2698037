package io.travelsuite.security.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is logged as an error is reported. */
class ErrorAppenderTest {

  private static final Logger LOG = LoggerFactory.getLogger("shop.checkout");

  private record Reported(Throwable error, Map<String, String> tags) {}

  private final List<Reported> reported = new CopyOnWriteArrayList<>();

  private ErrorAppender attached() {
    return ErrorAppender.attached((error, tags) -> reported.add(new Reported(error, tags)));
  }

  @Test
  void an_error_with_what_was_thrown_is_reported_by_its_logger() {
    IllegalStateException thrown = new IllegalStateException("no seats file");
    try (ErrorAppender appender = attached()) {
      assertThat(appender.isStarted()).isTrue();
      LOG.error("the checkout failed", thrown);
    }

    assertThat(reported).containsExactly(new Reported(thrown, Map.of("logger", "shop.checkout")));
  }

  @Test
  void a_warning_an_error_without_a_throwable_and_what_comes_after_the_end_are_not() {
    try (ErrorAppender appender = attached()) {
      LOG.warn("busy", new IllegalStateException("tried again"));
      LOG.error("the checkout failed");
      assertThat(appender.isStarted()).isTrue();
    }
    LOG.error("too late", new IllegalStateException("nobody listens"));

    assertThat(reported).isEmpty();
  }
}
