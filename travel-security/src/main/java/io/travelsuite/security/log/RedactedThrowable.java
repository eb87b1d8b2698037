package io.travelsuite.security.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A throwable with its messages redacted, those of its causes and suppressed ones too. */
final class RedactedThrowable implements IThrowableProxy {

  private final IThrowableProxy throwable;
  private final Redactor redactor;

  private RedactedThrowable(IThrowableProxy throwable, Redactor redactor) {
    this.throwable = throwable;
    this.redactor = redactor;
  }

  static @Nullable IThrowableProxy of(@Nullable IThrowableProxy throwable, Redactor redactor) {
    return throwable == null ? null : new RedactedThrowable(throwable, redactor);
  }

  private @Nullable String redacted(@Nullable String message) {
    return message == null ? null : redactor.redact(message);
  }

  @Override
  public @Nullable String getOverridingMessage() {
    return redacted(throwable.getOverridingMessage());
  }

  @Override
  public @Nullable String getMessage() {
    return redacted(throwable.getMessage());
  }

  @Override
  public String getClassName() {
    return throwable.getClassName();
  }

  @Override
  public StackTraceElementProxy[] getStackTraceElementProxyArray() {
    return throwable.getStackTraceElementProxyArray();
  }

  @Override
  public int getCommonFrames() {
    return throwable.getCommonFrames();
  }

  @Override
  public @Nullable IThrowableProxy getCause() {
    return of(throwable.getCause(), redactor);
  }

  @Override
  public IThrowableProxy[] getSuppressed() {
    IThrowableProxy[] suppressed = throwable.getSuppressed();
    return suppressed == null
        ? new IThrowableProxy[0]
        : Arrays.stream(suppressed)
            .map(one -> new RedactedThrowable(one, redactor))
            .toArray(IThrowableProxy[]::new);
  }

  @Override
  public boolean isCyclic() {
    return throwable.isCyclic();
  }
}
