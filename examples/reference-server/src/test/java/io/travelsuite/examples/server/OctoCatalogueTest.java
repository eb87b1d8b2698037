package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sold and what is left, as resellers see it. */
class OctoCatalogueTest extends OctoSuite {

  @Test
  void the_supplier_and_its_capabilities_are_told() {
    assertThat(client.get("/supplier").ok().path("endpoint").asText())
        .isEqualTo(fixture.server.address() + "/octo");
    assertThat(client.get("/capabilities").ok().get(0).path("id").asText())
        .isEqualTo("octo/pricing");
  }

  @Test
  void the_five_products_are_of_both_availability_types() {
    JsonNode products = client.get("/products").ok();
    Set<String> types = new HashSet<>();
    products.forEach(product -> types.add(product.path("availabilityType").asText()));

    assertThat(products).hasSize(5);
    assertThat(types).containsExactlyInAnyOrder("START_TIME", "OPENING_HOURS");
    JsonNode tour = client.get("/products/walking-tour").ok();
    assertThat(tour.at("/options/0/availabilityLocalStartTimes").toString())
        .isEqualTo("[\"09:30\",\"14:00\"]");
    assertThat(
            client.get("/products/tile-museum").ok().at("/options/0/availabilityLocalStartTimes"))
        .isEmpty();
    assertThat(
            client
                .get("/products/nothing")
                .refused("INVALID_PRODUCT_ID")
                .path("productId")
                .asText())
        .isEqualTo("nothing");
  }

  @Test
  void prices_are_told_to_those_who_ask_for_them_only() {
    JsonNode priced = client.get("/products/walking-tour").ok();
    Reply plain = client.capabilities("octo/nothing").get("/products/walking-tour");

    assertThat(priced.at("/options/0/units/0/pricingFrom/0/retail").asLong()).isEqualTo(2_500);
    assertThat(priced.at("/options/0/units/0/pricingFrom/0/includedTaxes")).hasSize(1);
    assertThat(plain.ok().at("/options/0/units/0").has("pricingFrom")).isFalse();
    assertThat(plain.ok().has("defaultCurrency")).isFalse();
    assertThat(plain.headers().firstValue("Octo-Capabilities")).hasValue("");
    assertThat(client.get("/products").headers().firstValue("Octo-Capabilities"))
        .hasValue("octo/pricing");
  }

  @Test
  void slots_are_told_with_their_offset_and_one_of_them_is_sold_out() {
    JsonNode slots = client.slots("walking-tour", "DEFAULT", fixture.day(1));

    assertThat(slots).hasSize(60);
    assertThat(texts(slots, "status")).contains("AVAILABLE", "SOLD_OUT");
    for (JsonNode slot : slots) {
      assertThat(slot.path("id").asText()).isEqualTo(slot.path("localDateTimeStart").asText());
      assertThat(slot.path("utcCutoffAt").asText()).matches(".*T\\d\\d:\\d\\d:\\d\\dZ");
      assertThat(slot.path("allDay").asBoolean()).isFalse();
      assertThat(slot.path("capacity").asInt()).isEqualTo(20);
      assertThat(slot.path("unitPricing")).hasSize(2);
      assertThat(slot.path("available").asBoolean())
          .isEqualTo(!slot.path("status").asText().equals("SOLD_OUT"));
    }
  }

  @Test
  void local_times_stay_and_offsets_change_where_clocks_do() {
    JsonNode slots =
        client
            .post(
                "/availability", dates("walking-tour", "DEFAULT", fixture.day(1), fixture.day(90)))
            .ok();
    Set<String> offsets = new HashSet<>();
    Set<String> times = new HashSet<>();
    texts(slots, "id")
        .forEach(
            id -> {
              offsets.add(OffsetDateTime.parse(id).getOffset().toString());
              times.add(OffsetDateTime.parse(id).toLocalTime().toString());
            });

    assertThat(offsets).containsExactlyInAnyOrder("Z", "+01:00");
    assertThat(times).containsExactlyInAnyOrder("09:30", "14:00");
  }

  @Test
  void a_museum_is_open_all_day() {
    JsonNode day = client.slots("tile-museum", "DEFAULT", fixture.day(1)).get(0);

    assertThat(day.path("allDay").asBoolean()).isTrue();
    assertThat(day.path("localDateTimeStart").asText()).contains("T00:00:00");
    assertThat(day.at("/openingHours/0/from").asText()).isEqualTo("10:00");
    assertThat(day.at("/openingHours/0/to").asText()).isEqualTo("18:00");
  }

  @Test
  void a_ride_from_a_later_stop_starts_when_it_is_left() {
    JsonNode ride = client.slots("coast-coach", "COI-OPO", fixture.day(1)).get(0);

    assertThat(ride.path("id").asText()).contains("T10:30:00");
    assertThat(ride.path("localDateTimeEnd").asText()).contains("T12:00:00");
  }

  @Test
  void a_party_is_told_whether_it_fits_and_what_it_pays() {
    String asked = dates("walking-tour", "DEFAULT", fixture.day(5), fixture.day(5));
    JsonNode two =
        client
            .post("/availability", with(asked, "\"units\":[{\"id\":\"adult\",\"quantity\":2}]"))
            .ok();
    JsonNode many =
        client
            .post("/availability", with(asked, "\"units\":[{\"id\":\"adult\",\"quantity\":21}]"))
            .ok();

    assertThat(two.at("/0/pricing/retail").asLong()).isEqualTo(5_000);
    assertThat(two.at("/0/pricing/net").asLong()).isEqualTo(4_000);
    assertThat(many.at("/0/available").asBoolean()).isFalse();
    client
        .post("/availability", with(asked, "\"units\":[{\"id\":\"giant\",\"quantity\":1}]"))
        .refused("INVALID_UNIT_ID");
  }

  @Test
  void slots_are_found_by_their_ids() {
    String id = client.slots("walking-tour", "DEFAULT", fixture.day(6)).at("/0/id").asText();
    String body =
        "{\"productId\":\"walking-tour\",\"optionId\":\"DEFAULT\",\"availabilityIds\":[\"%s\",\"x\"]}";

    assertThat(texts(client.post("/availability", body.formatted(id)).ok(), "id"))
        .containsExactly(id);
  }

  @Test
  void a_calendar_has_every_day_of_its_range() {
    JsonNode days =
        client
            .post(
                "/availability/calendar",
                dates("walking-tour", "DEFAULT", fixture.day(0), fixture.day(9)))
            .ok();

    assertThat(days).hasSize(10);
    assertThat(days.at("/0/status").asText()).isEqualTo("CLOSED");
    assertThat(days.at("/1/status").asText()).isEqualTo("AVAILABLE");
    assertThat(days.at("/1/capacity").asInt()).isEqualTo(40);
    assertThat(days.at("/3/vacancies").asInt()).isEqualTo(20);
    assertThat(days.at("/1/unitPricingFrom")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/availability", "/availability/calendar"})
  void what_is_no_range_or_no_option_is_refused(String path) {
    String day = fixture.day(1);
    client.post(path, dates("nothing", "DEFAULT", day, day)).refused("INVALID_PRODUCT_ID");
    client.post(path, dates("walking-tour", "nothing", day, day)).refused("INVALID_OPTION_ID");
    client.post(path, dates("walking-tour", "DEFAULT", day, fixture.day(0))).refused("BAD_REQUEST");
    String far = LocalDate.parse(day).plusDays(367).toString();
    client.post(path, dates("walking-tour", "DEFAULT", day, far)).refused("BAD_REQUEST");
    client.post(path, dates("walking-tour", "DEFAULT", day, "soon")).refused("BAD_REQUEST");
    String open =
        "{\"productId\":\"walking-tour\",\"optionId\":\"DEFAULT\",\"localDateStart\":\"%s\"}";
    client.post(path, open.formatted(day)).refused("BAD_REQUEST");
    client.post(path, "{\"optionId\":\"DEFAULT\"}").refused("BAD_REQUEST");
    client.post(path, "{\"productId\":\"walking-tour\"}").refused("BAD_REQUEST");
  }

  @Test
  void a_range_together_with_ids_is_refused() {
    String asked = dates("walking-tour", "DEFAULT", fixture.day(1), fixture.day(2));
    client.post("/availability", with(asked, "\"availabilityIds\":[]")).refused("BAD_REQUEST");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[]",
        "null",
        "{",
        "{\"productId\":5}",
        "{\"productId\":{}}",
        "\"text\"",
        "{} {}",
        "''"
      })
  void what_is_not_the_json_of_the_call_is_refused(String body) {
    client.post("/availability", body == null ? "" : body).refused("BAD_REQUEST");
    client.post("/bookings", body == null ? "" : body);
  }

  private static String dates(String product, String option, String first, String last) {
    return """
    {"productId":"%s","optionId":"%s","localDateStart":"%s","localDateEnd":"%s"}
    """
        .formatted(product, option, first, last);
  }

  private static String with(String body, String field) {
    return body.strip().replaceFirst("\\}$", "," + field + "}");
  }

  private static java.util.List<String> texts(JsonNode nodes, String field) {
    return StreamSupport.stream(nodes.spliterator(), false)
        .map(node -> node.path(field).asText())
        .toList();
  }
}
