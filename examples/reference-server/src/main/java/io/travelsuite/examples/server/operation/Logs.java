package io.travelsuite.examples.server.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import io.travelsuite.security.log.RedactingEncoder;
import io.travelsuite.security.monitor.ErrorAppender;
import io.travelsuite.security.readiness.LogFacts;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The logging as it is set up now. */
public final class Logs {

  private Logs() {}

  /** {@return what the live configuration does} */
  public static LogFacts look() {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    for (Logger logger : context.getLoggerList()) {
      logger.iteratorForAppenders().forEachRemaining(appenders::add);
    }
    Level root = context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel();
    return new LogFacts(
        appenders.stream().allMatch(Logs::redacts),
        appenders.stream().allMatch(Logs::rotates),
        0,
        root != null && !root.isGreaterOrEqual(Level.INFO),
        appenders.stream().allMatch(Logs::redacts));
  }

  private static boolean redacts(Appender<ILoggingEvent> appender) {
    return appender instanceof ErrorAppender // whose reporter does
        || (appender instanceof OutputStreamAppender<ILoggingEvent> writing
            && writing.getEncoder() instanceof RedactingEncoder);
  }

  /** What goes to the console is rotated by whoever runs the container. */
  private static boolean rotates(Appender<ILoggingEvent> appender) {
    return !(appender instanceof FileAppender) || appender instanceof RollingFileAppender;
  }
}
