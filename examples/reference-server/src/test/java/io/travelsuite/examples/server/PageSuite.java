package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The pages of customers by HTTP, on the server that suites share. */
abstract class PageSuite extends ApiSuite {

  /** Coaches run once a day, and others of the suites take those of the first days. */
  private static final AtomicInteger COACH_DAY = new AtomicInteger(60);

  final Surfer ana = new Surfer(fixture);

  /** A coach that nobody is on. */
  String coach() {
    return departures("coast-coach", fixture.day(COACH_DAY.getAndIncrement()))
        .get(0)
        .path("id")
        .asText();
  }

  static Map<String, Object> who() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("name", "Ana Lima");
    fields.put("email", "ana@example.com");
    return fields;
  }

  static Map<String, Object> who(Map<String, ?> more) {
    Map<String, Object> fields = who();
    fields.putAll(more);
    return fields;
  }

  /** Holds places on a departure's page. */
  PageReply hold(Surfer by, String trip, Map<String, ?> more) {
    return by.submit(by.get("/trips/" + trip), "form#order", who(more));
  }

  /** The page of a booking that is paid. */
  PageReply booked(Surfer by, String trip, int adults) {
    PageReply held = by.follow(hold(by, trip, Map.of("u.adult", adults)));
    return by.follow(pay(by, held, "good"));
  }

  static PageReply pay(Surfer by, PageReply held, String card) {
    return by.submit(held, "form[action$=/payment]", Map.of("card", card));
  }

  /** Seats that somebody else takes, by the API. */
  JsonNode takeSeats(String coach, String... seats) {
    String labels = "\"" + String.join("\",\"", seats) + "\"";
    return customer
        .post(
            "/api/bookings",
            """
            {"departure":"%s","places":[{"unit":"adult","count":%d,"seats":[%s]}]}\
            """
                .formatted(coach, seats.length, labels))
        .done(201);
  }

  static List<String> seats(PageReply page, String state) {
    List<String> seats = page.page().select("input[name=seat]" + state).eachAttr("value");
    assertThat(page.page().select("input[name=seat]")).isNotEmpty();
    return seats;
  }
}
