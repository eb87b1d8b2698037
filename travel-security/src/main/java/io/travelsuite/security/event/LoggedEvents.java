package io.travelsuite.security.event;

import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes events to the logger {@value #LOGGER} as key-values of SLF4J, one line each; a JSON
 * encoder keeps them as fields. Critical ones are errors. SLF4J is an optional dependency.
 * Thread-safe.
 */
public final class LoggedEvents implements Consumer<SecurityEvent> {

  /** The logger's name. */
  public static final String LOGGER = "io.travelsuite.security.events";

  private final Logger logger = LoggerFactory.getLogger(LOGGER);

  /** Writes to the logger of that name. */
  public LoggedEvents() {}

  @Override
  public void accept(SecurityEvent event) {
    LoggingEventBuilder entry =
        logger
            .atLevel(level(event.type().level()))
            .addKeyValue("event", event.type().id())
            .addKeyValue("datetime", event.at().toString());
    for (var field : event.fields().entrySet()) {
      entry = entry.addKeyValue(field.getKey().id(), field.getValue());
    }
    entry.log(event.type().id());
  }

  private static Level level(EventLevel level) {
    return switch (level) {
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case CRITICAL -> Level.ERROR;
    };
  }
}
