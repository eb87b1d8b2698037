package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Reminded.RemindedBooking;
import io.travelsuite.notify.reminder.ReminderRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Writes reminders down, each with its event, for bookings that still are what they were. */
final class ReminderWriter {

  private final UnitOfWork unit;
  private final ReminderRule rule;
  private final Instant now;

  ReminderWriter(UnitOfWork unit, ReminderRule rule, Instant now) {
    this.unit = unit;
    this.rule = rule;
    this.now = now;
  }

  /** Whether somebody is to be reminded now, who was reminded before or not. */
  boolean remindsNow(Reminded one, Map<ReminderTable.Key, Instant> before) {
    Instant last = before.get(new ReminderTable.Key(one.booking().id(), one.about()));
    return rule.remindsNow(
        new ReminderRule.Case(
            one.occasion().moment(), one.occasion().zone(), one.booking().bookedAt(), last),
        now);
  }

  /** Writes those whose bookings are in a state still; how many. */
  int write(List<Reminded> chosen, String state) {
    List<UUID> ids =
        chosen.stream()
            .map(one -> one.booking().id())
            .distinct()
            .sorted(BinaryId::compare)
            .toList();
    Map<UUID, RemindedBooking> locked = ReminderQuery.lock(unit.handle(), ids, state);
    List<Reminded> standing = new ArrayList<>();
    List<EventTable.Entry> events = new ArrayList<>();
    for (Reminded one : chosen) {
      RemindedBooking booking = locked.get(one.booking().id());
      if (booking != null) {
        Reminded now = new Reminded(booking, one.about(), one.occasion());
        standing.add(now);
        events.add(event(now));
      }
    }
    if (!standing.isEmpty()) {
      ReminderTable.write(unit.handle(), rule, standing);
      EventTable.insert(unit.handle(), events);
    }
    return standing.size();
  }

  private EventTable.Entry event(Reminded one) {
    Instant moment = one.occasion().moment();
    Instant due = rule.lead().due(moment, one.occasion().zone());
    UUID id = one.eventId(rule.name(), due);
    unit.transition(id);
    boolean hold = rule.about() == ReminderRule.About.EXPIRY;
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("booking", one.booking().id().toString());
    payload.put("reference", one.booking().reference());
    payload.put("state", one.booking().state());
    payload.put("version", one.booking().version());
    payload.put("rule", rule.name());
    if (hold) {
      payload.put("expiresAt", moment.toString());
    } else {
      payload.put("occurrence", one.about().toString());
      payload.put("departsAt", moment.toString());
      payload.put("zone", one.occasion().zone().getId());
    }
    return new EventTable.Entry(
        id,
        one.booking().operator(),
        one.booking().id(),
        one.booking().version(),
        hold ? EventType.REMINDER_HOLD : EventType.REMINDER_DEPARTURE,
        Json.write(payload),
        Json.write(Map.of("rule", rule.name())),
        now);
  }
}
