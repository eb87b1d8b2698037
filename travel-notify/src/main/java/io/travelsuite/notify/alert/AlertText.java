package io.travelsuite.notify.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertNotice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A notice in words. */
final class AlertText {

  private static final ObjectMapper JSON = new ObjectMapper();

  private AlertText() {}

  /** The same for the same notice, however often it is tried. */
  static UUID id(AlertNotice notice) {
    Alert alert = notice.alert();
    String all =
        String.join(
            "\n",
            alert.rule(),
            alert.severity().name(),
            alert.subject(),
            Long.toString(notice.count()),
            notice.since().toString());
    return UUID.nameUUIDFromBytes(all.getBytes(UTF_8));
  }

  static String subject(AlertNotice notice) {
    Alert alert = notice.alert();
    return "[" + alert.severity() + "] " + alert.rule() + ": " + alert.subject();
  }

  static String text(AlertNotice notice) {
    Alert alert = notice.alert();
    String often =
        notice.count() == 1
            ? "Found at " + notice.since() + "."
            : "Found " + notice.count() + " times more since " + notice.since() + ".";
    return alert.text() + "\n\n" + often + "\nAbout: " + alert.subject() + "\n";
  }

  static String json(AlertNotice notice) {
    Alert alert = notice.alert();
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("rule", alert.rule());
    data.put("severity", alert.severity().name());
    data.put("subject", alert.subject());
    data.put("text", alert.text());
    data.put("count", notice.count());
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("type", notice.count() == 1 ? "alert.found" : "alert.repeated");
    all.put("timestamp", notice.since().toString());
    all.put("data", data);
    try {
      return JSON.writeValueAsString(all);
    } catch (JsonProcessingException plainValuesAreWritten) {
      throw new IllegalStateException(plainValuesAreWritten);
    }
  }
}
