package io.travelsuite.notify;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.LoggerFactory;

/** Hears all that is logged, at every level, by SLF4J and by the JDK's logging. */
public final class Everything implements AutoCloseable {

  private final Queue<String> heard = new ConcurrentLinkedQueue<>();
  private final Logger root =
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
  private final Level level = root.getLevel();
  private final java.util.logging.Logger jdkRoot = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level jdkLevel = jdkRoot.getLevel();
  private final AppenderBase<ILoggingEvent> appender = appender();
  private final Handler handler = handler();

  /** Hears from now on. The server of a test, {@code com.icegreen}, may say what it likes. */
  public Everything() {
    root.setLevel(Level.TRACE);
    appender.start();
    root.addAppender(appender);
    jdkRoot.setLevel(java.util.logging.Level.ALL);
    handler.setLevel(java.util.logging.Level.ALL);
    jdkRoot.addHandler(handler);
  }

  private AppenderBase<ILoggingEvent> appender() {
    return new AppenderBase<>() {
      @Override
      protected void append(ILoggingEvent event) {
        if (!event.getLoggerName().startsWith("com.icegreen")) {
          heard.add(event.getLoggerName() + ' ' + event.getFormattedMessage());
          if (event.getThrowableProxy() != null) {
            heard.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
          }
        }
      }
    };
  }

  private Handler handler() {
    return new Handler() {
      @Override
      public void publish(LogRecord event) {
        StringWriter text = new StringWriter();
        if (event.getThrown() != null) {
          event.getThrown().printStackTrace(new PrintWriter(text));
        }
        heard.add(event.getLoggerName() + ' ' + event.getMessage());
        heard.add(Arrays.toString(event.getParameters()) + text);
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
  }

  /** All of it. */
  public String heard() {
    return String.join("\n", heard);
  }

  @Override
  public void close() {
    root.detachAppender(appender);
    root.setLevel(level);
    jdkRoot.removeHandler(handler);
    jdkRoot.setLevel(jdkLevel);
  }
}
