package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reservation needs, what makes it the same as another, and how it is found again. */
class OctoReservationTest extends OctoSuite {

  @Test
  void the_same_request_gives_the_same_booking_and_another_one_none() {
    ObjectNode asked = tours.reservation("adult");
    JsonNode first = client.post("/bookings", asked.toString()).ok();

    assertThat(client.post("/bookings", asked.toString()).ok()).isEqualTo(first);
    String uuid = asked.path("uuid").asText();
    String other = asked.deepCopy().put("notes", "other").toString();
    assertThat(
            client.post("/bookings", other).refused("INVALID_BOOKING_UUID").path("uuid").asText())
        .isEqualTo(uuid);
    fixture.reseller("other").post("/bookings", asked.toString()).refused("INVALID_BOOKING_UUID");
  }

  @Test
  void a_reservation_needs_what_it_is_for() {
    client.post("/bookings", without("productId")).refused("BAD_REQUEST");
    client.post("/bookings", without("optionId")).refused("BAD_REQUEST");
    client.post("/bookings", without("availabilityId")).refused("BAD_REQUEST");
    client.post("/bookings", without("unitItems")).refused("UNPROCESSABLE_ENTITY");
    client.post("/bookings", changed("productId", "x")).refused("INVALID_PRODUCT_ID");
    client.post("/bookings", changed("optionId", "x")).refused("INVALID_OPTION_ID");
    client.post("/bookings", changed("availabilityId", "x")).refused("INVALID_AVAILABILITY_ID");
    client.post("/bookings", changed("uuid", "x")).refused("INVALID_BOOKING_UUID");
    client
        .post("/bookings", changed("availabilityId", tours.soldOut()))
        .refused("UNPROCESSABLE_ENTITY");
    client.post("/bookings", tours.reservation("giant").toString()).refused("INVALID_UNIT_ID");
    client
        .post("/bookings", tours.reservation("adult").put("expirationMinutes", 0).toString())
        .refused("BAD_REQUEST");
    client
        .post("/bookings", tours.reservation("adult").put("currency", "USD").toString())
        .refused("BAD_REQUEST");
    client.post("/bookings", tours.reservation().toString()).refused("UNPROCESSABLE_ENTITY");
  }

  @Test
  void a_card_number_is_never_kept() {
    Reply reply = client.post("/bookings", changed("notes", "4111 1111 1111 1111"));

    reply.refused("BAD_REQUEST");
    assertThat(reply.body().toString()).doesNotContain("4111");
  }

  @Test
  void bookings_are_listed_by_reference_and_date_to_their_reseller_only() {
    ObjectNode asked =
        tours.reservation("adult").put("resellerReference", "list-" + UUID.randomUUID());
    JsonNode held = client.post("/bookings", asked.toString()).ok();
    String byReference = "/bookings?resellerReference=" + asked.path("resellerReference").asText();
    String bySupplier = "/bookings?supplierReference=" + held.path("supplierReference").asText();
    String day = asked.path("availabilityId").asText().substring(0, 10);

    assertThat(client.get(byReference).ok()).containsExactly(held);
    assertThat(client.get(bySupplier).ok()).containsExactly(held);
    assertThat(client.get("/bookings?localDate=" + day).ok()).containsExactly(held);
    String range = "/bookings?localDateStart=" + day + "&localDateEnd=" + day;
    assertThat(client.get(range).ok()).containsExactly(held);
    assertThat(client.get(range + "&productId=tile-museum").ok()).isEmpty();
    assertThat(fixture.reseller("other").get(byReference).ok()).isEmpty();
    fixture
        .reseller("other")
        .get("/bookings/" + held.path("uuid").asText())
        .refused("INVALID_BOOKING_UUID");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?productId=walking-tour", "?localDateStart=2027-01-01", "?localDate=x"})
  void a_list_needs_a_filter(String query) {
    client.get("/bookings" + query).refused("BAD_REQUEST");
  }

  private static String without(String field) {
    return tours.reservation("adult").without(field).toString();
  }

  private static String changed(String field, String value) {
    return tours.reservation("adult").put(field, value).toString();
  }
}
