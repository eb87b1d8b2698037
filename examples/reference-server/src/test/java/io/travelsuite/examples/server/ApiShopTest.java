package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.security.role.Permissions;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What customers do: from a search to a ticket and back. */
class ApiShopTest extends ApiSuite {

  @Test
  void a_search_tells_what_is_left_and_what_a_party_pays() {
    String day = fixture.day(9);
    JsonNode found =
        customer
            .get(
                "/api/departures?product=walking-tour&from=%s&to=%s&party=adult:2,child:1"
                    .formatted(day, day))
            .done(200);

    assertThat(found.path("items")).hasSize(2);
    JsonNode first = found.at("/items/0");
    assertThat(first.path("status").asText()).isEqualTo("AVAILABLE");
    assertThat(first.at("/left/price").asText()).isEqualTo("EUR 62.00");
    assertThat(first.at("/leaves/local").asText()).isEqualTo(day + "T09:30");
    assertThat(customer.get("/api/products").done(200).path("items")).hasSize(5);
  }

  @Test
  void a_list_is_read_by_its_cursor_and_nothing_comes_twice() {
    String path =
        "/api/departures?product=walking-tour&limit=7&from=%s&to=%s"
            .formatted(fixture.day(1), fixture.day(20));
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = customer.get(path + cursor).done(200);
      page.path("items").forEach(one -> assertThat(seen.add(one.path("id").asText())).isTrue());
      cursor =
          page.has("next")
              ? "&cursor=" + URLEncoder.encode(page.path("next").asText(), StandardCharsets.UTF_8)
              : null;
      pages++;
    } while (cursor != null);

    assertThat(seen).hasSize(40);
    assertThat(pages).isGreaterThan(5);
  }

  @Test
  void ones_own_bookings_are_listed_by_cursor_and_nobody_elses() {
    ApiClient collector = client("collector", CUSTOMER);
    String departure = departure();
    Set<String> made = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      JsonNode held = collector.post("/api/bookings", holding(departure, 1)).done(201);
      made.add(held.path("id").asText());
    }
    held(departure, 1); // another's

    Set<String> seen = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = collector.get("/api/bookings?limit=2" + cursor).done(200);
      page.path("items").forEach(one -> assertThat(seen.add(one.path("id").asText())).isTrue());
      cursor = page.has("next") ? "&cursor=" + page.path("next").asText() : null;
      pages++;
    } while (cursor != null);

    assertThat(seen).isEqualTo(made);
    assertThat(pages).isEqualTo(3);
    assertThat(client("collecto", CUSTOMER).get("/api/bookings").done(200).path("items")).isEmpty();
  }

  @Test
  void places_are_held_paid_and_come_with_tickets() {
    String departure = departure();
    JsonNode held = held(departure, 2);
    assertThat(held.path("state").asText()).isEqualTo("HELD");
    assertThat(held.path("total").asText()).isEqualTo("EUR 50.00");
    assertThat(left(departure)).isEqualTo(18);
    customer.get(path(held) + "/tickets").refused(409, "wrong-state");

    JsonNode payment =
        customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").done(201);
    assertThat(payment.at("/booking/state").asText()).isEqualTo("CONFIRMED");

    JsonNode tickets = customer.get(path(held) + "/tickets").done(200).path("items");
    assertThat(tickets).hasSize(2);
    assertThat(tickets.at("/0/holder").asText()).isEqualTo("Ana Lima");
    assertThat(customer.get(tickets.at("/0/svg").asText()).text()).startsWith("<svg");
    assertThat(customer.get(tickets.at("/0/png").asText()).bytes()).startsWith(0x89, 'P', 'N', 'G');
    assertThat(customer.get(path(held) + "/tickets.pdf").text()).startsWith("%PDF");
    assertThat(customer.get(path(held) + "/calendar.ics").text())
        .startsWith("BEGIN:VCALENDAR")
        .contains("Alfama on foot");
  }

  @Test
  void who_cancels_in_time_gets_all_of_it_back_once() {
    String departure = departure();
    JsonNode booking = paid(departure, 2);

    JsonNode cancelled = customer.post(path(booking) + "/cancellation", "{}").done(200);
    JsonNode again = customer.post(path(booking) + "/cancellation", "{}").done(200);

    assertThat(cancelled.at("/booking/state").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.at("/refund/state").asText()).isEqualTo("DONE");
    assertThat(cancelled.at("/refund/amount").asText()).isEqualTo("EUR 50.00");
    assertThat(again).isEqualTo(cancelled);
    assertThat(left(departure)).isEqualTo(20);
    customer.get(path(booking) + "/tickets").refused(409, "wrong-state");
  }

  @Test
  void who_cancels_too_late_gets_nothing_back() {
    JsonNode today = departures("walking-tour", fixture.day(1));
    String departure = today.get(today.size() - 1).path("id").asText(); // 14:00 tomorrow
    JsonNode booking = paid(departure, 1);
    boolean late =
        LocalTime.ofInstant(fixture.clock.instant(), ZoneId.of("Europe/Lisbon")).getHour() >= 14;

    JsonNode cancelled = customer.post(path(booking) + "/cancellation", "{}").done(200);

    assertThat(cancelled.at("/booking/state").asText()).isEqualTo("CANCELLED");
    assertThat(cancelled.has("refund")).isEqualTo(!late);
  }

  @Test
  void a_hold_that_is_given_up_owes_nothing() {
    String departure = departure();
    JsonNode held = held(departure, 3);

    JsonNode released = customer.post(path(held) + "/cancellation", "{}").done(200);

    assertThat(released.at("/booking/state").asText()).isEqualTo("RELEASED");
    assertThat(released.has("refund")).isFalse();
    assertThat(left(departure)).isEqualTo(20);
  }

  @Test
  void a_hold_lasts_longer_when_it_is_extended_and_ends_when_it_is_not() {
    String departure = departure();
    JsonNode held = held(departure, 1);
    JsonNode longer = customer.post(path(held) + "/extension", "{\"minutes\":60}").done(200);
    assertThat(longer.at("/times/expires").asText())
        .isGreaterThan(held.at("/times/expires").asText());

    fixture.clock.forward(Duration.ofMinutes(61));

    assertThat(customer.get(path(held)).done(200).path("state").asText()).isEqualTo("EXPIRED");
    customer.post(path(held) + "/extension", "{\"minutes\":5}").refused(409, "wrong-state");
    assertThat(left(departure)).isEqualTo(20);
  }

  @Test
  void a_declined_payment_leaves_the_hold_for_another_one() {
    JsonNode held = held(departure(), 1);

    customer
        .post(path(held) + "/payments", "{\"token\":\"tok-decline\"}")
        .refused(402, "payment-declined");

    assertThat(customer.get(path(held)).done(200).path("state").asText()).isEqualTo("HELD");
    customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").done(201);
    customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").refused(409, "wrong-state");
  }

  @Test
  void who_pays_on_the_providers_page_is_believed_when_the_provider_says_so() {
    JsonNode held = held(departure(), 1);
    ApiReply reply = customer.post(path(held) + "/payments", "{}");
    JsonNode payment = reply.done(201);
    assertThat(payment.path("status").asText()).isEqualTo("AWAITING_CUSTOMER");
    assertThat(payment.path("redirect").asText()).startsWith("https://sandbox.invalid/pay/");
    String look = reply.header("Location");
    assertThat(customer.get(look).done(200).path("status").asText()).isEqualTo("AWAITING_CUSTOMER");

    fixture
        .server
        .shop()
        .sandbox()
        .customerPays(new PaymentReference(payment.path("reference").asText()));

    assertThat(customer.get(look).done(200).path("status").asText()).isEqualTo("PAID");
    assertThat(customer.get(path(held)).done(200).path("state").asText()).isEqualTo("CONFIRMED");
  }

  @Test
  void confirming_without_money_takes_a_permission_of_its_own() {
    JsonNode held = held(departure(), 1);
    customer
        .post(path(held) + "/confirmation", "{\"reference\":\"invoice-7\"}")
        .refused(403, "not-permitted");

    ApiClient agent =
        client("shop-app", Set.of(Permissions.BOOKING_CONFIRM)); // the same subject, another token
    JsonNode confirmed =
        agent.post(path(held) + "/confirmation", "{\"reference\":\"invoice-7\"}").done(200);

    assertThat(confirmed.path("state").asText()).isEqualTo("CONFIRMED");
  }

  @Test
  void seats_are_picked_or_chosen_and_never_given_twice() {
    String departure = departures("coast-coach", fixture.day(30)).get(0).path("id").asText();
    String chosen =
        """
        {"departure":"%s","option":"LIS-COI","places":[{"unit":"adult","count":2,"seats":["3A","3B"]}]}\
        """
            .formatted(departure);

    JsonNode first = customer.post("/api/bookings", chosen).done(201);
    customer.post("/api/bookings", chosen).refused(409, "sold-out");
    JsonNode other =
        customer
            .post("/api/bookings", chosen.replace("LIS-COI", "COI-OPO"))
            .done(201); // other legs

    assertThat(first.at("/lines/0/seats").toString()).isEqualTo("[\"3A\",\"3B\"]");
    assertThat(other.at("/lines/0/seats").toString()).isEqualTo("[\"3A\",\"3B\"]");
    assertThat(first.path("total").asText()).isEqualTo("EUR 28.00");
  }

  @Test
  void what_is_sold_out_is_told_with_what_is_left() {
    String departure = departure();
    held(departure, 18);

    ApiReply refused = customer.post("/api/bookings", holding(departure, 3));

    assertThat(refused.refused(409, "sold-out").path("detail").asText())
        .isEqualTo("sold out: 2 left");
    customer.post("/api/bookings", holding(departure, 21)).refused(409, "not-on-sale");
  }

  @Test
  void a_booking_is_its_holders_alone() {
    JsonNode held = held(departure(), 1);
    for (String other : new String[] {"shop-app2", "shop", "another"}) {
      ApiClient stranger = client(other, CUSTOMER);
      stranger.get(path(held)).refused(404, "no-such-booking");
      stranger.post(path(held) + "/cancellation", "{}").refused(404, "no-such-booking");
      stranger.post(path(held) + "/payments", "{}").refused(404, "no-such-booking");
      stranger.get(path(held) + "/tickets").refused(404, "no-such-booking");
    }
    assertThat(customer.get(path(held)).done(200).path("state").asText()).isEqualTo("HELD");
  }
}
