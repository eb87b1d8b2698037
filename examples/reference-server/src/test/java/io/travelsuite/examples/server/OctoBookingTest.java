package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A booking's life over HTTP: every state and every refusal. */
class OctoBookingTest extends OctoSuite {

  private static final String CONTACT =
      "{\"contact\":{\"fullName\":\"Ana Lima\",\"emailAddress\":\"ana@example.com\"}}";

  @Test
  void a_hold_tells_what_is_held_until_when() {
    ObjectNode asked = tours.reservation("adult", "adult", "child");
    asked.put("resellerReference", "R-1").put("notes", "window, please");
    JsonNode held = client.post("/bookings", asked.toString()).ok();
    String path = Tours.path(held);

    assertThat(held.path("status").asText()).isEqualTo("ON_HOLD");
    assertThat(held.path("utcExpiresAt").isNull()).isFalse();
    assertThat(held.path("cancellable").asBoolean()).isTrue();
    assertThat(held.path("unitItems")).hasSize(3);
    assertThat(held.at("/pricing/retail").asLong()).isEqualTo(2 * 2_500 + 1_200);
    assertThat(held.at("/availability/vacancies").asInt()).isEqualTo(17);
    assertThat(client.get(path).ok()).isEqualTo(held);
  }

  @Test
  void a_hold_is_confirmed_and_cancelled() {
    String path =
        Tours.path(
            client
                .post(
                    "/bookings",
                    tours.reservation("adult").put("notes", "window, please").toString())
                .ok());

    JsonNode confirmed = client.post(path + "/confirm", CONTACT).ok();
    assertThat(confirmed.path("status").asText()).isEqualTo("CONFIRMED");
    assertThat(confirmed.path("utcConfirmedAt").isNull()).isFalse();
    assertThat(confirmed.path("utcExpiresAt").isNull()).isTrue();
    assertThat(confirmed.path("cancellation").isNull()).isTrue();
    assertThat(confirmed.at("/contact/fullName").asText()).isEqualTo("Ana Lima");
    assertThat(confirmed.path("notes").asText()).isEqualTo("window, please");
    assertThat(client.post(path + "/confirm", CONTACT).ok()).isEqualTo(confirmed);

    JsonNode cancelled = client.post(path + "/cancel", "{\"reason\":\"rain\"}").ok();
    assertThat(cancelled.path("status").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/cancellation/refund").asText()).isEqualTo("FULL");
    assertThat(cancelled.at("/cancellation/reason").asText()).isEqualTo("rain");
    assertThat(cancelled.at("/unitItems/0/status").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/availability/vacancies").asInt()).isEqualTo(20);
    assertThat(client.post(path + "/cancel", "{}").ok()).isEqualTo(cancelled);
    client.patch(path, "{\"notes\":\"late\"}").refused("UNPROCESSABLE_ENTITY");
    client.post(path + "/confirm", CONTACT).refused("INVALID_BOOKING_UUID");
  }

  @Test
  void a_hold_that_is_given_up_is_cancelled_too() {
    String path = tours.hold("adult");
    JsonNode released = client.post(path + "/cancel", "").ok();

    assertThat(released.path("status").asText()).isEqualTo("CANCELLED");
    assertThat(released.path("utcExpiresAt").isNull()).isTrue();
    assertThat(released.at("/cancellation/refund").asText()).isEqualTo("NONE");
  }

  @Test
  void a_hold_expires_by_the_librarys_clock_and_can_be_extended_until_then() {
    ObjectNode asked = tours.reservation("adult").put("expirationMinutes", 5);
    JsonNode held = client.post("/bookings", asked.toString()).ok();
    String path = "/bookings/" + held.path("uuid").asText();
    JsonNode longer = client.post(path + "/extend", "{\"expirationMinutes\":20}").ok();
    assertThat(longer.path("utcExpiresAt").asText())
        .isGreaterThan(held.path("utcExpiresAt").asText());

    fixture.clock.forward(Duration.ofMinutes(21));

    JsonNode expired = client.get(path).ok();
    assertThat(expired.path("status").asText()).isEqualTo("EXPIRED");
    assertThat(expired.path("cancellation").isNull()).isFalse();
    client.post(path + "/confirm", CONTACT).refused("INVALID_BOOKING_UUID");
    client.post(path + "/extend", "{}").refused("UNPROCESSABLE_ENTITY");
    client.post(path + "/cancel", "{}").refused("UNPROCESSABLE_ENTITY");
    assertThat(client.post("/bookings", asked.toString()).ok().path("status").asText())
        .isEqualTo("EXPIRED");
  }

  @Test
  void a_booking_moves_to_another_slot_with_other_units() {
    ObjectNode asked = tours.reservation("adult", "adult");
    JsonNode held = client.post("/bookings", asked.toString()).ok();
    String path = "/bookings/" + held.path("uuid").asText();
    String kept = held.at("/unitItems/0/uuid").asText();
    String other = tours.slot();
    String change =
        "{\"availabilityId\":\"%s\",\"unitItems\":[{\"uuid\":\"%s\",\"unitId\":\"adult\"},"
            + "{\"unitId\":\"child\"}],\"contact\":{\"firstName\":\"Rui\"}}";

    JsonNode moved = client.patch(path, change.formatted(other, kept)).ok();

    assertThat(moved.path("availabilityId").asText()).isEqualTo(other);
    assertThat(moved.at("/unitItems/0/uuid").asText()).isEqualTo(kept);
    assertThat(moved.at("/unitItems/1/unitId").asText()).isEqualTo("child");
    assertThat(moved.at("/contact/firstName").asText()).isEqualTo("Rui");
    assertThat(moved.at("/availability/vacancies").asInt()).isEqualTo(18);
    assertThat(tours.vacancies(asked.path("availabilityId").asText())).isEqualTo(20);
  }

  @Test
  void a_confirmation_may_replace_the_units_and_a_change_the_product() {
    String path = tours.hold("adult", "child");
    String units = "{\"contact\":{},\"unitItems\":[{\"unitId\":\"adult\"}]}";
    JsonNode confirmed = client.post(path + "/confirm", units).ok();
    assertThat(confirmed.path("unitItems")).hasSize(1);
    assertThat(confirmed.at("/availability/vacancies").asInt()).isEqualTo(19);
    assertThat(
            client
                .patch(
                    path,
                    "{\"productId\":\"tile-museum\",\"availabilityId\":\"%s\"}"
                        .formatted(museumDay()))
                .ok()
                .path("productId")
                .asText())
        .isEqualTo("tile-museum");
  }

  @Test
  void a_change_that_does_not_fit_changes_nothing() {
    String path = tours.hold("adult");
    JsonNode before = client.get(path).ok();

    client
        .patch(path, "{\"availabilityId\":\"2020-01-01T09:30:00Z\"}")
        .refused("INVALID_AVAILABILITY_ID");
    client.patch(path, "{\"productId\":\"nothing\"}").refused("INVALID_PRODUCT_ID");
    client.patch(path, "{\"optionId\":\"nothing\"}").refused("INVALID_OPTION_ID");
    client.patch(path, "{\"unitItems\":[]}").refused("UNPROCESSABLE_ENTITY");
    client.patch(path, "{\"unitItems\":[{\"unitId\":\"giant\"}]}").refused("INVALID_UNIT_ID");
    client
        .patch(path, "{\"availabilityId\":\"%s\"}".formatted(tours.soldOut()))
        .refused("UNPROCESSABLE_ENTITY");

    assertThat(client.get(path).ok()).isEqualTo(before);
  }

  @Test
  void what_starts_too_soon_cannot_be_cancelled() {
    String slot = client.slots("walking-tour", "DEFAULT", fixture.day(1)).at("/0/id").asText();
    ObjectNode asked = OctoClient.reservation("walking-tour", "DEFAULT", slot, List.of("adult"));
    String path =
        "/bookings/" + client.post("/bookings", asked.toString()).ok().path("uuid").asText();
    JsonNode confirmed = client.post(path + "/confirm", CONTACT).ok();

    // tomorrow's first tour is less than its 24 hours away unless this runs before 9:30
    if (!confirmed.path("cancellable").asBoolean()) {
      client.post(path + "/cancel", "{}").refused("UNPROCESSABLE_ENTITY");
      client.patch(path, "{\"notes\":\"x\"}").refused("UNPROCESSABLE_ENTITY");
    }
  }

  @ParameterizedTest
  @CsvSource({"GET,''", "PATCH,''", "POST,/confirm", "POST,/cancel", "POST,/extend"})
  void there_is_no_booking_of_another_uuid(String method, String action) {
    String body = method.equals("GET") ? null : CONTACT;
    for (String uuid : List.of(UUID.randomUUID().toString(), "1-1-1-1-1")) {
      Reply reply = client.send(method, "/bookings/" + uuid + action, body);
      assertThat(reply.refused("INVALID_BOOKING_UUID").path("uuid").asText()).isEqualTo(uuid);
    }
  }

  @Test
  void a_confirmation_needs_a_contact() {
    client.post(tours.hold("adult") + "/confirm", "{}").refused("BAD_REQUEST");
  }

  @Test
  void each_seat_of_a_coach_is_told() {
    String slot = client.slots("coast-coach", "LIS-OPO", fixture.day(2)).at("/0/id").asText();
    ObjectNode asked =
        OctoClient.reservation("coast-coach", "LIS-OPO", slot, List.of("adult", "adult"));
    JsonNode held = client.post("/bookings", asked.toString()).ok();

    assertThat(held.at("/unitItems/0/supplierReference").asText()).matches("\\d+[A-D]");
    assertThat(held.at("/unitItems/1/supplierReference").asText())
        .isNotEqualTo(held.at("/unitItems/0/supplierReference").asText());
  }

  private static String museumDay() {
    return client.slots("tile-museum", "DEFAULT", fixture.day(9)).at("/0/id").asText();
  }
}
