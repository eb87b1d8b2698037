package io.travelsuite.examples.server.operation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.travelsuite.security.monitor.ErrorReporter;
import java.util.Map;
import org.slf4j.LoggerFactory;

/**
 * Reports each error that is logged with what was thrown: whoever logs it need not know of it. The
 * reporter redacts.
 */
final class ErrorAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private final ErrorReporter errors;
  private final Logger root;

  private ErrorAppender(ErrorReporter errors, LoggerContext context) {
    this.errors = errors;
    root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    setContext(context);
  }

  /** {@return one that reports from now on} */
  static ErrorAppender attached(ErrorReporter errors) {
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

  @Override
  public void close() {
    root.detachAppender(this);
    stop();
  }
}
