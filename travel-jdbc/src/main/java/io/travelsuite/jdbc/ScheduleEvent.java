package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.schedule.SavedSchedule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The event and audit record of a schedule that was made or changed. */
final class ScheduleEvent {

  private ScheduleEvent() {}

  static void write(UnitOfWork unit, SavedSchedule saved, OperatorId operator, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schedule", saved.id().toString());
    json.put("product", saved.schedule().product().toString());
    json.put("code", saved.schedule().code());
    json.put("version", saved.version());
    json.put("says", Json.read(ScheduleJson.write(saved.schedule())));
    String text = Json.write(json);
    EventTable.insert(
        unit.handle(),
        List.of(
            new EventTable.Entry(
                unit.newTransition(),
                operator.value(),
                saved.id().value(),
                saved.version(),
                EventType.SCHEDULE_SAVED,
                text,
                text,
                now)));
  }
}
