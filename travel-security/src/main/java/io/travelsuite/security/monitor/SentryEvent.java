package io.travelsuite.security.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.security.log.Redactor;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * One error as an envelope: a line of headers, a line for the item, the event, as Sentry's
 * developer documentation has them under "Envelopes" and "Event Payloads". Every text of it that
 * comes from elsewhere is redacted and cut.
 */
final class SentryEvent {

  private static final int MOST_CAUSES = 8;
  private static final int MOST_FRAMES = 100;
  private static final int LONGEST = 1_000;
  private static final int MOST_TAGS = 20;
  private static final int ID_BYTES = 16;

  private final SentryProject project;
  private final Redactor redactor;
  private final SecureRandom random = new SecureRandom();

  SentryEvent(SentryProject project, Redactor redactor) {
    this.project = project;
    this.redactor = redactor;
  }

  byte[] envelope(Throwable error, Map<String, String> tags, Instant now) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String name = HexFormat.of().formatHex(id);
    byte[] event = event(name, error, now, tags).toString().getBytes(UTF_8);
    ObjectNode header = JsonNodeFactory.instance.objectNode();
    header.put("event_id", name).put("sent_at", now.toString());
    ObjectNode item = JsonNodeFactory.instance.objectNode();
    item.put("type", "event").put("length", event.length).put("content_type", "application/json");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((header + "\n" + item + "\n").getBytes(UTF_8));
    out.writeBytes(event);
    out.write('\n');
    return out.toByteArray();
  }

  private ObjectNode event(String id, Throwable error, Instant now, Map<String, String> tags) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("event_id", id).put("timestamp", now.toString());
    event.put("platform", "java").put("level", "error");
    event.put("release", project.release()).put("environment", project.environment());
    ObjectNode told = event.putObject("tags");
    tags.entrySet().stream()
        .limit(MOST_TAGS)
        .forEach(
            tag ->
                told.put(safe(tag.getKey()), redactor.redact(tag.getKey(), cut(tag.getValue()))));
    ArrayNode values = event.putObject("exception").putArray("values");
    List<Throwable> chain = new ArrayList<>();
    for (Throwable one = error; one != null && chain.size() < MOST_CAUSES; one = one.getCause()) {
      chain.add(one);
    }
    Collections.reverse(chain); // the cause first
    chain.forEach(one -> add(values.addObject(), one));
    return event;
  }

  private void add(ObjectNode value, Throwable error) {
    value.put("type", error.getClass().getName());
    value.put("value", error.getMessage() == null ? "" : safe(error.getMessage()));
    ArrayNode frames = value.putObject("stacktrace").putArray("frames");
    StackTraceElement[] trace = error.getStackTrace();
    for (int i = Math.min(trace.length, MOST_FRAMES) - 1; i >= 0; i--) { // the outermost first
      StackTraceElement at = trace[i];
      ObjectNode frame = frames.addObject();
      frame.put("module", at.getClassName()).put("function", at.getMethodName());
      frame.put("filename", at.getFileName()).put("lineno", Math.max(0, at.getLineNumber()));
      frame.put("in_app", at.getClassName().startsWith("io.travelsuite."));
    }
  }

  /** Redacted before it is cut: what is cut in two has no shape any more. */
  private String safe(String text) {
    return cut(
        redactor.redact(text.length() > 20 * LONGEST ? text.substring(0, 20 * LONGEST) : text));
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
