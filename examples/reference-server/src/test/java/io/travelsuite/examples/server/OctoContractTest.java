package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the contract has beyond a booking's usual life: content, rare states, a server in need. */
class OctoContractTest extends OctoSuite {

  private static final String BOTH = "octo/pricing, octo/content";

  private final OctoClient reader = client.capabilities(BOTH);

  @ParameterizedTest
  @ValueSource(
      strings = {"walking-tour", "tile-museum", "coast-coach", "island-ferry", "boutique-hotel"})
  void every_product_is_described_with_its_options_and_units(String code) {
    JsonNode product = reader.get("/products/" + code).ok();

    OctoForms.check(product, "Content");
    assertThat(product.path("features")).isNotEmpty();
    assertThat(product.path("locations")).isNotEmpty();
    assertThat(product.path("durationMinutesFrom").asInt()).isPositive();
    for (JsonNode option : product.path("options")) {
      OctoForms.check(option, "Content");
      assertThat(option.path("features").toString()).contains("CANCELLATION_TERM");
      for (JsonNode unit : option.path("units")) {
        OctoForms.check(unit, "UnitContent");
        assertThat(unit.path("shortDescription").asText()).isNotBlank();
        assertThat(unit.path("pricingFrom")).isNotEmpty();
      }
    }
  }

  @Test
  void a_ride_takes_as_long_as_its_part_of_the_way() {
    JsonNode coach = reader.get("/products/coast-coach").ok();

    assertThat(coach.path("durationMinutesFrom").asInt()).isEqualTo(90);
    assertThat(coach.path("durationMinutesTo").asInt()).isEqualTo(240);
    assertThat(coach.at("/options/1/durationMinutesFrom").asInt()).isEqualTo(150);
    assertThat(coach.at("/options/1/durationMinutesTo").isNull()).isTrue();
  }

  @Test
  void the_supplier_and_each_slot_are_described_too() {
    assertThat(reader.get("/supplier").ok().path("shortDescription").asText()).contains("Saudade");
    JsonNode slot = reader.slots("walking-tour", "DEFAULT", fixture.day(5)).get(0);
    assertThat(slot.path("shortDescription").asText()).isNotBlank();
    assertThat(slot.path("unitPricing")).isNotEmpty();
    ObjectNode asked = tours.reservation("adult");
    JsonNode held = reader.post("/bookings", asked.toString()).ok();
    assertThat(held.at("/availability/shortDescription").asText()).isNotBlank();
  }

  @Test
  void control_who_does_not_ask_for_content_gets_none() {
    JsonNode plain = client.get("/products/walking-tour").ok();

    assertThat(plain.has("title")).isFalse();
    assertThat(plain.at("/options/0").has("features")).isFalse();
    assertThat(plain.at("/options/0/units/0").has("title")).isFalse();
    assertThat(client.get("/supplier").ok().has("media")).isFalse();
    assertThat(client.slots("walking-tour", "DEFAULT", fixture.day(5)).get(0).has("title"))
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "octo/content|octo/content",
        "octo/content,octo/pricing|octo/pricing, octo/content",
        "octo/cart, octo/content|octo/content",
        "x|''"
      })
  void what_is_offered_of_what_is_asked_for_is_echoed_in_every_answer(String asked, String told) {
    OctoClient asking = client.capabilities(asked);

    for (Reply reply :
        List.of(
            asking.get("/supplier"),
            asking.get("/capabilities"),
            asking.get("/bookings"), // a refusal
            asking.get("/nothing/of/that/kind"),
            new OctoClient(fixture.server.address(), "x").capabilities(asked).get("/products"))) {
      assertThat(reply.headers().firstValue("Octo-Capabilities")).as("%s", reply).hasValue(told);
    }
    List<String> offered = client.get("/capabilities").ok().findValuesAsText("id");
    assertThat(offered).containsExactly("octo/pricing", "octo/content");
  }

  @Test
  void a_slot_with_less_than_half_of_its_places_is_limited() {
    ObjectNode asked = tours.reservation(Collections.nCopies(11, "adult").toArray(String[]::new));
    client.post("/bookings", asked.toString()).ok();
    String day = asked.path("availabilityId").asText().substring(0, 10);

    JsonNode slot =
        client
            .post(
                "/availability",
                "{\"productId\":\"walking-tour\",\"optionId\":\"DEFAULT\",\"localDate\":\"%s\"}"
                    .formatted(day))
            .ok()
            .get(0);

    assertThat(slot.path("status").asText()).isEqualTo("LIMITED");
    assertThat(slot.path("available").asBoolean()).isTrue();
  }

  @Test
  void who_has_come_is_redeemed_and_cannot_cancel() {
    String path = tours.hold("adult", "adult");
    client.post(path + "/confirm", "{\"contact\":{\"fullName\":\"Ana Lima\"}}").ok();
    UUID uuid = UUID.fromString(path.substring("/bookings/".length()));

    JdbcTravel.builder(fixture.server.dataSource())
        .clock(fixture.clock)
        .build()
        .bookings()
        .redeem(new BookingId(uuid))
        .orElseThrow();

    JsonNode redeemed = client.get(path).ok();
    assertThat(redeemed.path("status").asText()).isEqualTo("REDEEMED");
    assertThat(redeemed.path("cancellable").asBoolean()).isFalse();
    assertThat(redeemed.at("/unitItems/1/status").asText()).isEqualTo("REDEEMED");
    client.post(path + "/cancel", "{}").refused("UNPROCESSABLE_ENTITY");
    client.patch(path, "{\"notes\":\"x\"}").refused("UNPROCESSABLE_ENTITY");
    client.post(path + "/extend", "{}").refused("UNPROCESSABLE_ENTITY");
    client.post(path + "/confirm", "{\"contact\":{}}").refused("INVALID_BOOKING_UUID");
  }

  @Test
  void a_confirmed_booking_is_not_extended_and_may_be_told_another_reference() {
    String path = tours.hold("adult");
    String asked = "{\"contact\":{},\"resellerReference\":\"%s\",\"emailReceipt\":true}";
    client.post(path + "/confirm", asked.formatted("first")).ok();

    client.post(path + "/extend", "{}").refused("UNPROCESSABLE_ENTITY");
    JsonNode again = client.post(path + "/confirm", asked.formatted("second")).ok();

    assertThat(again.path("resellerReference").asText()).isEqualTo("second");
  }

  @Test
  void there_is_room_for_thirty_holds_of_five() {
    int left = 0;
    for (JsonNode slot : client.slots("walking-tour", "DEFAULT", fixture.day(1))) {
      left += slot.path("vacancies").asInt() / 5;
    }
    assertThat(left).isGreaterThan(30);
  }

  @Test
  void what_fails_inside_is_told_as_that_and_no_more() throws SQLException {
    String path = tours.hold("adult");
    execute("RENAME TABLE octo_reservation TO octo_reservation_gone");
    try {
      JsonNode told = client.get(path).refused("INTERNAL_SERVER_ERROR");
      assertThat(told.toString()).doesNotContain("octo_reservation", "SQL");
    } finally {
      execute("RENAME TABLE octo_reservation_gone TO octo_reservation");
    }
    client.get(path).ok();
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
