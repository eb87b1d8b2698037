package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a transition of a booking tells: the booking as it stands after, without the customer. */
final class EventPayload {

  private EventPayload() {}

  static EventTable.Entry entry(UUID id, Transition transition, String at) {
    Booking after = transition.after();
    return new EventTable.Entry(
        id,
        after.operator().value(),
        after.id().value(),
        after.version(),
        transition.type(),
        Json.write(payload(after)),
        Json.write(detail(transition)),
        at);
  }

  private static Map<String, Object> payload(Booking booking) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("booking", booking.id().toString());
    json.put("reference", booking.reference());
    json.put("state", booking.state().name());
    json.put("version", booking.version());
    if (booking.expiresAt() != null) {
      json.put("expiresAt", booking.expiresAt().toString());
    }
    if (booking.paymentReference() != null) {
      json.put("paymentReference", booking.paymentReference());
    }
    json.put("lines", booking.lines().stream().map(EventPayload::line).toList());
    return json;
  }

  private static Map<String, Object> line(BookedLine line) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("number", line.number());
    json.put("occurrence", line.occurrence().toString());
    json.put("legs", List.of(line.legs().from(), line.legs().to()));
    json.put("takes", line.takes());
    json.put("units", LineTable.states(line.units()));
    if (!line.seats().isEmpty()) {
      json.put("seats", line.seats());
    }
    return json;
  }

  private static Map<String, Object> detail(Transition transition) {
    Map<String, Object> json = new LinkedHashMap<>();
    Booking before = transition.bookingBefore();
    if (before != null) {
      json.put("from", before.state().name());
    }
    json.put("to", transition.after().state().name());
    json.put("version", transition.after().version());
    return json;
  }
}
