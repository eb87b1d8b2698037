package io.travelsuite.payments.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.json.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A body from which an event is read, whatever it is: what is not there is empty. */
final class EventBody {

  private static final int LONGEST_ID = 255;

  private final byte[] bytes;
  private final JsonNode json;

  private EventBody(byte[] bytes, JsonNode json) {
    this.bytes = bytes;
    this.json = json;
  }

  static EventBody of(byte[] body) {
    return new EventBody(body, Json.read(body).orElse(MissingNode.getInstance()));
  }

  JsonNode json() {
    return json;
  }

  /** The text, number or truth at a JSON pointer, such as {@code /data/object/id}; null if none. */
  @Nullable String text(String pointer) {
    return text(json.at(pointer));
  }

  /** A value's literal text; null if it is an object, an array, null, empty or not there. */
  static @Nullable String text(JsonNode value) {
    return value.isValueNode() && !value.isNull() && !value.asText().isEmpty()
        ? value.asText()
        : null;
  }

  /** As {@link #text(String)}, but empty if there is none. */
  String textOrEmpty(String pointer) {
    String text = text(pointer);
    return text == null ? "" : text;
  }

  /** {@code LIVE} if the truth at a pointer is true, {@code TEST} if false, else null. */
  @Nullable Mode liveAt(String pointer) {
    JsonNode value = json.at(pointer);
    if (!value.isBoolean()) {
      return null;
    }
    return value.booleanValue() ? Mode.LIVE : Mode.TEST;
  }

  /** The text at a pointer as the event's id; the body's digest if there is none. */
  String id(String pointer) {
    return firstId(text(pointer));
  }

  /** The first that can be an event's id; the body's digest if there is none. */
  String firstId(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null && !candidate.isEmpty()) {
        return candidate.length() <= LONGEST_ID ? candidate : Digests.sha256Id(candidate);
      }
    }
    return Digests.sha256Id(bytes);
  }

  /** The body's bytes, or those of the part of it that this is. */
  byte[] bytes() {
    return bytes;
  }

  /** The elements of the array at a pointer, each as a body of its own; itself if there is none. */
  List<EventBody> elements(String pointer) {
    JsonNode array = json.at(pointer);
    if (!array.isArray()) {
      return List.of(this);
    }
    List<EventBody> elements = new ArrayList<>(array.size());
    array.forEach(element -> elements.add(new EventBody(Json.write(element), element)));
    return elements;
  }
}
