package io.travelsuite.security.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.MessageFormatter;

/** An event as an encoder may see it. */
final class RedactedEvent implements ILoggingEvent {

  private final ILoggingEvent event;
  private final Redactor redactor;
  private final Object @Nullable [] arguments;

  RedactedEvent(ILoggingEvent event, Redactor redactor) {
    this.event = event;
    this.redactor = redactor;
    this.arguments = redacted(event.getMessage(), event.getArgumentArray());
  }

  /** What stands behind a telling word of the template is a secret whatever it looks like. */
  private Object @Nullable [] redacted(@Nullable String template, Object @Nullable [] all) {
    if (all == null) {
      return null;
    }
    Object[] redacted = new Object[all.length];
    String left = template == null ? "" : template;
    for (int i = 0; i < all.length; i++) {
      int at = left.indexOf("{}");
      boolean secret = at > 0 && redactor.isSecret(lastWord(left.substring(0, at)));
      redacted[i] = secret ? Redactor.HIDDEN : redacted(all[i]);
      left = at < 0 ? "" : left.substring(at + 2);
    }
    return redacted;
  }

  private static String lastWord(String text) {
    int end = text.length();
    while (end > 0 && !NamedValues.isName(text.charAt(end - 1))) {
      end--;
    }
    int start = end;
    while (start > 0 && NamedValues.isName(text.charAt(start - 1))) {
      start--;
    }
    return text.substring(start, end);
  }

  /** Numbers and the like stay what they are, unless they are a card's. */
  private @Nullable Object redacted(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    String text = text(value);
    String redacted = redactor.redact(text);
    boolean plain = value instanceof Number || value instanceof Boolean;
    return plain && redacted.equals(text) ? value : redacted;
  }

  /** Arrays as SLF4J shows them; a toString that throws must not end the caller's work. */
  private static String text(Object value) {
    return String.valueOf(MessageFormatter.basicArrayFormat("{}", new Object[] {value}));
  }

  @Override
  public String getThreadName() {
    return redactor.redact(String.valueOf(event.getThreadName()));
  }

  @Override
  public Level getLevel() {
    return event.getLevel();
  }

  @Override
  public @Nullable String getMessage() {
    String template = event.getMessage();
    return template == null ? null : redactor.redact(template);
  }

  @Override
  public Object @Nullable [] getArgumentArray() {
    return arguments == null ? null : arguments.clone();
  }

  /** Redacted again as a whole: a secret may come together from template and argument. */
  @Override
  public String getFormattedMessage() {
    String template = String.valueOf(event.getMessage());
    return redactor.redact(
        String.valueOf(
            arguments == null ? template : MessageFormatter.basicArrayFormat(template, arguments)));
  }

  @Override
  public String getLoggerName() {
    return redactor.redact(String.valueOf(event.getLoggerName()));
  }

  @Override
  public LoggerContextVO getLoggerContextVO() {
    return event.getLoggerContextVO();
  }

  @Override
  public @Nullable IThrowableProxy getThrowableProxy() {
    return RedactedThrowable.of(event.getThrowableProxy(), redactor);
  }

  @Override
  public StackTraceElement[] getCallerData() {
    return event.getCallerData();
  }

  @Override
  public boolean hasCallerData() {
    return event.hasCallerData();
  }

  @Override
  public @Nullable List<Marker> getMarkerList() {
    List<Marker> markers = event.getMarkerList();
    BasicMarkerFactory factory = new BasicMarkerFactory();
    return markers == null
        ? null
        : markers.stream()
            .map(marker -> factory.getDetachedMarker(redactor.redact(marker.getName())))
            .toList();
  }

  @Override
  public Map<String, String> getMDCPropertyMap() {
    Map<String, String> properties = event.getMDCPropertyMap();
    Map<String, String> redacted = new LinkedHashMap<>();
    if (properties != null) {
      properties.forEach(
          (name, value) ->
              redacted.put(redactor.redact(name), redactor.redact(name, String.valueOf(value))));
    }
    return redacted;
  }

  @Override
  @Deprecated
  @SuppressWarnings("InlineMeSuggester") // Logback's own name
  public Map<String, String> getMdc() {
    return getMDCPropertyMap();
  }

  @Override
  public long getTimeStamp() {
    return event.getTimeStamp();
  }

  @Override
  public int getNanoseconds() {
    return event.getNanoseconds();
  }

  @Override
  public Instant getInstant() {
    return event.getInstant();
  }

  @Override
  public long getSequenceNumber() {
    return event.getSequenceNumber();
  }

  @Override
  public @Nullable List<KeyValuePair> getKeyValuePairs() {
    List<KeyValuePair> pairs = event.getKeyValuePairs();
    return pairs == null ? null : pairs.stream().map(this::redacted).toList();
  }

  private KeyValuePair redacted(KeyValuePair pair) {
    Object value = redactor.isSecret(pair.key) ? Redactor.HIDDEN : redacted(pair.value);
    return new KeyValuePair(redactor.redact(pair.key), value);
  }

  @Override
  public void prepareForDeferredProcessing() {
    event.prepareForDeferredProcessing();
  }
}
