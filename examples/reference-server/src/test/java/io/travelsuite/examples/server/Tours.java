package io.travelsuite.examples.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Walking tours to book, each on a slot that no other test uses. */
final class Tours {

  private final ServerFixture fixture;
  private final OctoClient client;
  private final AtomicInteger day = new AtomicInteger(10);

  Tours(ServerFixture fixture, OctoClient client) {
    this.fixture = fixture;
    this.client = client;
  }

  /** The path of a new hold. */
  String hold(String... units) {
    return path(client.post("/bookings", reservation(units).toString()).ok());
  }

  static String path(JsonNode booking) {
    return "/bookings/" + booking.path("uuid").asText();
  }

  ObjectNode reservation(String... units) {
    return OctoClient.reservation("walking-tour", "DEFAULT", slot(), List.of(units));
  }

  /** A slot with all of its 20 places. */
  String slot() {
    String date = fixture.day(day.getAndIncrement());
    return client.slots("walking-tour", "DEFAULT", date).at("/0/id").asText();
  }

  String soldOut() {
    for (JsonNode slot : client.slots("walking-tour", "DEFAULT", fixture.day(1))) {
      if (slot.path("status").asText().equals("SOLD_OUT")) {
        return slot.path("id").asText();
      }
    }
    throw new AssertionError("no slot is sold out");
  }

  int vacancies(String slot) {
    String body =
        "{\"productId\":\"walking-tour\",\"optionId\":\"DEFAULT\",\"availabilityIds\":[\"%s\"]}";
    return client.post("/availability", body.formatted(slot)).ok().at("/0/vacancies").asInt();
  }
}
