package io.travelsuite.security.readiness;

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
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * The logging as Logback is set up now, with the appenders of all loggers: {@code
 * probes.with(Look.LOGS, LogbackLogs::look)}. Redacted are lines of a {@link RedactingEncoder}; an
 * {@link ErrorAppender} writes none. Files are rotated by a {@code RollingFileAppender}; what goes
 * to the console by whoever runs the container.
 */
public final class LogbackLogs {

  private LogbackLogs() {}

  /**
   * {@return what the live configuration does}; the size of files is not looked at
   *
   * @throws ClassCastException if it is not Logback that logs
   */
  public static LogFacts look() {
    return of((LoggerContext) LoggerFactory.getILoggerFactory());
  }

  static LogFacts of(LoggerContext context) {
    List<Appender<ILoggingEvent>> appenders = new ArrayList<>();
    for (Logger logger : context.getLoggerList()) {
      logger.iteratorForAppenders().forEachRemaining(appenders::add);
    }
    Level root = context.getLogger(Logger.ROOT_LOGGER_NAME).getLevel();
    return new LogFacts(
        appenders.stream().allMatch(LogbackLogs::redacts),
        appenders.stream().allMatch(LogbackLogs::rotates),
        0,
        root != null && !root.isGreaterOrEqual(Level.INFO),
        appenders.stream().allMatch(LogbackLogs::redacts));
  }

  private static boolean redacts(Appender<ILoggingEvent> appender) {
    return appender instanceof ErrorAppender // whose reporter does
        || (appender instanceof OutputStreamAppender<ILoggingEvent> writing
            && writing.getEncoder() instanceof RedactingEncoder);
  }

  private static boolean rotates(Appender<ILoggingEvent> appender) {
    return !(appender instanceof FileAppender) || appender instanceof RollingFileAppender;
  }
}
