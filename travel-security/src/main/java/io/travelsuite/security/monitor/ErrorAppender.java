package io.travelsuite.security.monitor;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * A Logback appender that reports each error that is logged with what was thrown, with the tag
 * {@code logger}: whoever logs it need not know of it. Writes nothing itself; the reporter redacts.
 * Thread-safe.
 *
 * <pre>{@code
 * try (ErrorAppender reporting = ErrorAppender.attached(errors)) {
 *   run();
 * }
 * }</pre>
 */
public final class ErrorAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final ErrorReporter errors;
  private final Logger root;

  private ErrorAppender(ErrorReporter errors, LoggerContext context) {
    this.errors = errors;
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    setContext(context);
  }

  /**
   * {@return an appender of the root logger, which reports from now on}
   *
   * @param errors where errors are reported
   * @throws ClassCastException if it is not Logback that logs
   */
  public static ErrorAppender attached(ErrorReporter errors) {
    ErrorAppender appender =
        new ErrorAppender(errors, (LoggerContext) LoggerFactory.getILoggerFactory());
    appender.start();
    appender.root.addAppender(appender);
    return appender;
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (event.getLevel().isGreaterOrEqual(Level.ERROR)
        && event.getThrowableProxy() instanceof ThrowableProxy thrown) {
      errors.report(thrown.getThrowable(), Map.of("logger", event.getLoggerName()));
    }
  }

  /** Reports no more. */
  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
