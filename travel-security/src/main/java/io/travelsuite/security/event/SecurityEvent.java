package io.travelsuite.security.event;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.security.log.Redactor;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened at a guard. Its values are redacted and in one line, whatever they come
 * from, and cut to 256 characters.
 *
 * @param type what happened
 * @param at when
 * @param fields what is told of it
 */
public record SecurityEvent(SecurityEventType type, Instant at, Map<EventField, String> fields) {

  private static final int LONGEST = 256;

  /** Redacts and cuts the values. */
  public SecurityEvent {
    Map<EventField, String> safe = new EnumMap<>(EventField.class);
    fields.forEach((field, value) -> safe.put(field, safe(value)));
    fields = Collections.unmodifiableMap(safe);
  }

  private static String safe(String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
    return Redactor.DEFAULT.redact(cut);
  }

  /**
   * {@return what is told of one thing, or null}
   *
   * @param field which
   */
  public @Nullable String get(EventField field) {
    return fields.get(field);
  }

  /**
   * {@return the event in one line of JSON: {@code datetime}, {@code event}, {@code level}, fields}
   */
  public String json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("datetime", at.toString()).put("event", type.id()).put("level", type.level().name());
    fields.forEach((field, value) -> json.put(field.id(), value));
    return json.toString();
  }
}
