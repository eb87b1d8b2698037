package io.travelsuite.security.log;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import org.jspecify.annotations.Nullable;

/**
 * A Logback encoder that hands redacted events to another one, which thus can't write what must not
 * be in a log: message, arguments, MDC, key-values, markers, names, and messages of throwables with
 * their causes.
 *
 * <pre>{@code
 * <encoder class="io.travelsuite.security.log.RedactingEncoder"/>            <!-- JSON -->
 * <encoder class="io.travelsuite.security.log.RedactingEncoder">
 *   <pattern>%d{ISO8601} %-5level %logger - %msg%n</pattern>
 * </encoder>
 * }</pre>
 *
 * <p>The redactor is the one that the logger context holds under {@link #CONTEXT_KEY}, or that of
 * the default policy: {@code context.putObject(RedactingEncoder.CONTEXT_KEY, new
 * Redactor(policy))}. A pattern's {@code %replace}, {@code %caller} and properties are not
 * redacted.
 */
public final class RedactingEncoder extends EncoderBase<ILoggingEvent> {

  /** Under which name the logger context holds the redactor. */
  public static final String CONTEXT_KEY = "travel.redactor";

  private Encoder<ILoggingEvent> encoder = json();
  private @Nullable String pattern;

  /** An encoder of JSON, until it is told another one. */
  public RedactingEncoder() {}

  private static JsonEncoder json() {
    JsonEncoder json = new JsonEncoder();
    json.setWithFormattedMessage(true);
    return json;
  }

  /**
   * Writes by a pattern.
   *
   * @param pattern as Logback's {@code PatternLayoutEncoder} takes it
   */
  public void setPattern(String pattern) {
    this.pattern = pattern;
  }

  /**
   * Writes by another encoder.
   *
   * @param encoder which is given redacted events
   */
  public void setEncoder(Encoder<ILoggingEvent> encoder) {
    this.encoder = encoder;
  }

  @Override
  public void start() {
    if (pattern != null) {
      PatternLayoutEncoder byPattern = new PatternLayoutEncoder();
      byPattern.setPattern(pattern);
      encoder = byPattern;
    }
    encoder.setContext(getContext());
    encoder.start();
    super.start();
  }

  @Override
  public void stop() {
    encoder.stop();
    super.stop();
  }

  @Override
  public byte[] headerBytes() {
    return encoder.headerBytes();
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    Object held = getContext() == null ? null : getContext().getObject(CONTEXT_KEY);
    Redactor redactor = held instanceof Redactor known ? known : Redactor.DEFAULT;
    return encoder.encode(new RedactedEvent(event, redactor));
  }

  @Override
  public byte[] footerBytes() {
    return encoder.footerBytes();
  }
}
