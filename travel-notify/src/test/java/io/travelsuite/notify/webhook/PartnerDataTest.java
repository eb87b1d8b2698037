package io.travelsuite.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.outbox.OutboxEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PartnerDataTest {

  private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-000000000001");

  private static final String PAYLOAD =
      """
      {"booking":"b-1","reference":"K7QX2M","state":"CONFIRMED","version":2,
       "paymentReference":"pi_3","promo":{"code":"SUMMER"},"customer":{"name":"Ann"},
       "lines":[{"number":1,"occurrence":"o-1","legs":[0,1],"takes":{"seats":2},"units":"AA",
         "seats":["1A","1B"],"price":{"total":"EUR 20"},"passengers":["Ann"]}]}\
      """;

  private static OutboxEvent event() {
    return new OutboxEvent(
        ID,
        new OperatorId(ID),
        ID,
        2,
        "booking.confirmed",
        PAYLOAD,
        Instant.parse("2027-01-15T08:30:00Z"));
  }

  private static PartnerEndpoint endpoint(String... types) {
    return new PartnerEndpoint(
        new EndpointId(ID),
        new OperatorId(ID),
        PartnerUrl.of("https://a.example/"),
        Set.of(types),
        SigningKeys.FIRST,
        null);
  }

  @Test
  void what_is_not_listed_is_not_told() {
    String data = PartnerData.listed().of(endpoint("*"), event()).orElseThrow();

    assertThat(data)
        .contains(
            "\"reference\":\"K7QX2M\"", "\"takes\":{\"seats\":2}", "\"seats\":[\"1A\",\"1B\"]")
        .doesNotContain("pi_3", "SUMMER", "Ann", "EUR");
  }

  @Test
  void the_body_has_the_standards_form() {
    assertThat(PartnerDelivery.body(event(), "{\"booking\":\"b-1\"}"))
        .isEqualTo(
            "{\"type\":\"booking.confirmed\",\"timestamp\":\"2027-01-15T08:30:00Z\","
                + "\"data\":{\"booking\":\"b-1\"}}");
  }

  @Test
  void an_endpoint_gets_the_types_it_wants() {
    assertThat(endpoint("booking.confirmed").wants("booking.confirmed")).isTrue();
    assertThat(endpoint("booking.confirmed").wants("booking.cancelled")).isFalse();
    assertThat(endpoint("booking.*").wants("booking.cancelled")).isTrue();
    assertThat(endpoint("booking.*").wants("bookings.cancelled")).isFalse();
    assertThat(endpoint("*").wants("occurrence.retimed")).isTrue();
  }

  @Test
  void tries_are_paused_as_the_standard_recommends_and_up_to_a_fifth_longer() {
    DeliverySettings settings = DeliverySettings.DEFAULT;
    List<Integer> seconds = List.of(5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400);
    for (int tries = 1; tries <= seconds.size(); tries++) {
      Duration least = Duration.ofSeconds(seconds.get(tries - 1));
      assertThat(settings.pause(tries))
          .isBetween(least, least.plus(least.dividedBy(5)).plusMillis(1));
    }
    assertThat(settings.tries()).isEqualTo(10);
  }
}
