package io.travelsuite.jdbc;

import com.fasterxml.jackson.core.JsonGenerator;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.SeatChange;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What a transition of a booking tells: the booking as it stands after, without the customer. */
final class EventPayload {

  private EventPayload() {}

  static EventTable.Entry entry(UUID id, Transition transition, Instant at) {
    Booking after = transition.after();
    return new EventTable.Entry(
        id,
        after.operator().value(),
        after.id().value(),
        after.version(),
        transition.type(),
        Json.object(json -> payload(json, after)),
        Json.object(json -> detail(json, transition)),
        at);
  }

  private static void payload(JsonGenerator json, Booking booking) throws IOException {
    json.writeStringField("booking", booking.id().toString());
    json.writeStringField("reference", booking.reference());
    json.writeStringField("state", booking.state().name());
    json.writeNumberField("version", booking.version());
    if (booking.channel() != null) {
      json.writeStringField("channel", booking.channel());
    }
    if (booking.expiresAt() != null) {
      json.writeStringField("expiresAt", booking.expiresAt().toString());
    }
    if (booking.paymentReference() != null) {
      json.writeStringField("paymentReference", booking.paymentReference());
    }
    if (booking.promo() != null) {
      json.writeFieldName("promo");
      json.writeRawValue(PriceJson.write(booking.promo()));
    }
    json.writeArrayFieldStart("lines");
    for (BookedLine line : booking.lines()) {
      line(json, line);
    }
    json.writeEndArray();
  }

  private static void line(JsonGenerator json, BookedLine line) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", line.number());
    json.writeStringField("occurrence", line.occurrence().toString());
    if (line.fareUnit() != null) {
      json.writeStringField("fareUnit", line.fareUnit());
    }
    if (line.fareClass() != null) {
      json.writeStringField("fareClass", line.fareClass());
    }
    json.writeFieldName("legs");
    json.writeArray(new int[] {line.legs().from(), line.legs().to()}, 0, 2);
    json.writeObjectFieldStart("takes");
    for (Map.Entry<String, Integer> take : line.takes().entrySet()) {
      json.writeNumberField(take.getKey(), take.getValue());
    }
    json.writeEndObject();
    json.writeStringField("units", LineTable.states(line.units()));
    seats(json, line);
    if (line.price() != null) {
      json.writeFieldName("price");
      json.writeRawValue(PriceJson.write(line.price()));
    }
    json.writeEndObject();
  }

  private static void seats(JsonGenerator json, BookedLine line) throws IOException {
    if (!line.seats().isEmpty()) {
      json.writeArrayFieldStart("seats");
      for (String seat : line.seats()) {
        json.writeString(seat);
      }
      json.writeEndArray();
    }
    if (!line.seatChanges().isEmpty()) {
      json.writeArrayFieldStart("seatChanges");
      for (SeatChange change : line.seatChanges()) {
        json.writeStartArray();
        json.writeNumber(change.unit());
        json.writeNumber(change.leg());
        json.writeString(change.seat());
        json.writeEndArray();
      }
      json.writeEndArray();
    }
  }

  private static void detail(JsonGenerator json, Transition transition) throws IOException {
    Booking before = transition.bookingBefore();
    if (before != null) {
      json.writeStringField("from", before.state().name());
    }
    json.writeStringField("to", transition.after().state().name());
    json.writeNumberField("version", transition.after().version());
  }
}
