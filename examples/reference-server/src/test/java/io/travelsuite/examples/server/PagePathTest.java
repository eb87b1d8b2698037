package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What customers do on the pages, without script: to the ticket, and what may come between. */
class PagePathTest extends PageSuite {

  @Test
  void from_the_first_page_to_the_ticket_and_back() {
    PageReply first = ana.get("/").is(200);
    assertThat(first.seen()).contains("Alfama on foot", "from €25.00", "Casa do Rio");
    assertThat(first.page().select("select#trip option")).hasSizeGreaterThan(5);

    PageReply found =
        ana.get("/?trip=walking-tour/DEFAULT&adults=2&children=1&from=" + fixture.day(90)).is(200);
    assertThat(found.seen())
        .contains("2 × Adult, 1 × Child of 4 to 12", "Lisbon time", "09:30", "€62.00", "20 left");
    Element choose = found.one(".trip a.button");
    PageReply trip = ana.get(choose.attr("href")).is(200);
    assertThat(trip.one("input[name=u.adult]").attr("value")).isEqualTo("2");
    assertThat(trip.one("input[name=u.child]").attr("value")).isEqualTo("1");

    assertThat(trip.seen()).doesNotContain("tickets go"); // no mail server is named
    PageReply held = ana.follow(ana.submit(trip, "form#order", who())).is(200);
    assertThat(held.seen()).contains("Your places are held", "Pay €62.00", "Ana Lima");
    assertThat(held.one("[data-countdown]").attr("data-countdown")).isNotEmpty();

    PageReply booked = ana.follow(pay(ana, held, "good")).is(200);
    assertThat(booked.seen())
        .contains("You are booked", "Your reference is")
        .doesNotContain("send");
    assertThat(fixture.server.telling().mails()).isEmpty();
    assertThat(booked.page().select(".ticket svg[role=img] path")).hasSize(6);
    hasFiles(booked);
    isCancelledForAll(booked);
  }

  private void hasFiles(PageReply booked) {
    PageReply pdf = ana.get(booked.one("a[href$=tickets.pdf]").attr("href")).is(200);
    assertThat(pdf.text()).startsWith("%PDF");
    PageReply calendar = ana.get(booked.one("a[href$=calendar.ics]").attr("href")).is(200);
    assertThat(calendar.text()).startsWith("BEGIN:VCALENDAR");
    assertThat(ana.get("/bookings").seen()).contains("Alfama on foot", "Confirmed");
  }

  private void isCancelledForAll(PageReply booked) {
    PageReply sure = ana.get(booked.one("a[href$=cancellation]").attr("href")).is(200);
    assertThat(sure.seen()).contains("All of it comes back to your card: €62.00");
    PageReply over = ana.follow(ana.submit(sure, "form[action$=cancellation]", Map.of())).is(200);
    assertThat(over.seen()).contains("Your booking is cancelled", "€62.00 went back to your card");
    ana.get(booked.path() + "/tickets.pdf").is(404);
  }

  @Test
  void seats_are_drawn_and_who_was_slower_is_told_which_went_and_keeps_the_rest() {
    String coach = coach();
    PageReply trip = ana.get("/trips/" + coach);
    assertThat(trip.page().select("svg foreignObject label input[name=seat]")).hasSize(48);
    assertThat(seats(trip, "[disabled]")).isEmpty();
    takeSeats(coach, "5A");

    PageReply refused =
        ana.submit(
            trip,
            "form#order",
            who(Map.of("u.adult", 2, "seat", List.of("5A", "5B"), "phone", "+351 912 345 678")));

    refused.is(409);
    assertThat(refused.one("[role=alert]").text()).contains("1 seat of yours went just now");
    assertThat(seats(refused, "[disabled]")).containsExactly("5A");
    assertThat(seats(refused, "[checked]")).containsExactly("5B");
    assertThat(refused.one("input[value=5A]").attr("aria-label"))
        .isEqualTo("Seat 5A, window, taken");
    assertThat(refused.one("#name").attr("value")).isEqualTo("Ana Lima");
    assertThat(refused.one("#phone").attr("value")).isEqualTo("+351 912 345 678");

    PageReply held =
        ana.follow(ana.submit(refused, "form#order", Map.of("seat", List.of("5B", "5C"))));
    assertThat(held.seen()).contains("Seats 5B, 5C", "€44.00");
    assertThat(seats(ana.get("/trips/" + coach + "?option=LIS-COI"), "[disabled]"))
        .containsExactly("5A", "5B", "5C");
  }

  @Test
  void a_seat_is_free_again_behind_the_stop_where_somebody_gets_off() {
    String coach = coach();
    Map<String, ?> toCoimbra = Map.of("option", "LIS-COI", "seat", List.of("1A"));
    ana.follow(hold(ana, coach, toCoimbra));

    assertThat(seats(ana.get("/trips/" + coach + "?option=LIS-OPO"), "[disabled]"))
        .containsExactly("1A");
    assertThat(seats(ana.get("/trips/" + coach + "?option=COI-OPO"), "[disabled]")).isEmpty();
  }

  @Test
  void without_a_choice_seats_are_picked_side_by_side() {
    PageReply held = ana.follow(hold(ana, coach(), Map.of("u.adult", 2)));

    assertThat(held.seen()).contains("Seats 1A, 1B");
  }

  @Test
  void who_comes_too_late_is_offered_what_is_left() {
    String tour = departure();
    PageReply trip = ana.get("/trips/" + tour);
    held(tour, 18);

    PageReply refused = ana.submit(trip, "form#order", who(Map.of("u.adult", 3)));
    refused.is(409);
    assertThat(refused.one("[role=alert]").text()).contains("fewer are left than you want");
    assertThat(refused.seen()).contains("Only 2 left", "What can be had around that day", "€75.00");
    ana.follow(ana.submit(refused, "form#order", Map.of("u.adult", 2)));

    PageReply soldOut = ana.get("/trips/" + tour).is(200);
    assertThat(soldOut.one(".note.warn").text()).contains("Sold out");
    assertThat(soldOut.page().select("form#order")).isEmpty();
    assertThat(soldOut.page().select(".trip a")).isNotEmpty();
  }

  @Test
  void whose_time_is_over_begins_again_with_all_that_was_typed() {
    String coach = coach();
    PageReply held =
        ana.follow(hold(ana, coach, Map.of("u.adult", 2, "seat", List.of("7C", "7D"))));
    fixture.clock.forward(Duration.ofMinutes(16));

    PageReply late = pay(ana, held, "good").is(409);
    assertThat(late.seen()).contains("Your time to pay is over");
    PageReply again = ana.get(late.one("a:contains(Begin again)").attr("href")).is(200);

    assertThat(again.one("#email").attr("value")).isEqualTo("ana@example.com");
    assertThat(again.one("input[name=u.adult]").attr("value")).isEqualTo("2");
    assertThat(seats(again, "[checked]")).containsExactly("7C", "7D");
    ana.follow(pay(ana, ana.follow(ana.submit(again, "form#order", Map.of())), "good"));
  }

  @Test
  void more_time_is_given_until_a_hold_lasts_as_long_as_it_may() {
    PageReply held = ana.follow(hold(ana, departure(), Map.of()));
    int given = 0;
    PageReply answer = ana.submit(held, "form[action$=extension]", Map.of());
    while (answer.status() == 303 && given++ < 20) {
      fixture.clock.forward(Duration.ofMinutes(7));
      answer = ana.submit(ana.follow(answer), "form[action$=extension]", Map.of());
    }
    assertThat(given).isGreaterThan(1);
    answer.is(409);
    assertThat(answer.seen()).contains("can't be held any longer");
  }

  @Test
  void a_declined_card_leaves_the_places_held_and_another_one_pays() {
    PageReply held = ana.follow(hold(ana, departure(), Map.of()));

    PageReply declined = pay(ana, held, "declined").is(402);

    assertThat(declined.seen()).contains("nothing was taken", "still held");
    assertThat(ana.follow(pay(ana, declined, "good")).seen()).contains("You are booked");
  }

  @Test
  void places_that_are_held_can_be_given_back() {
    String tour = departure();
    PageReply held = ana.follow(hold(ana, tour, Map.of("u.adult", 4)));
    assertThat(left(tour)).isEqualTo(16);

    PageReply sure = ana.get(held.one("a[href$=cancellation]").attr("href"));
    PageReply over = ana.follow(ana.submit(sure, "form[action$=cancellation]", Map.of()));

    assertThat(over.seen()).contains("You gave the places back");
    assertThat(left(tour)).isEqualTo(20);
  }

  @Test
  void all_that_is_wrong_with_a_form_is_told_at_once_and_nothing_typed_is_lost() {
    PageReply refused =
        hold(
            ana,
            departure(),
            Map.of("u.adult", 0, "email", "ana", "phone", "12", "name", "Ana L."));

    refused.is(422);
    assertThat(refused.page().select("[role=alert] a").eachAttr("href"))
        .containsExactly("#unit-adult", "#email", "#phone");
    refused.page().select("[role=alert] a").forEach(link -> refused.one(link.attr("href")));
    assertThat(refused.one("#email").attr("aria-invalid")).isEqualTo("true");
    assertThat(refused.one("#email").attr("value")).isEqualTo("ana");
    assertThat(refused.one("#name").attr("value")).isEqualTo("Ana L.");
    assertThat(refused.page().title()).startsWith("Please check");
    ana.follow(
        ana.submit(refused, "form#order", who(Map.of("u.adult", 1, "phone", "+351912345678"))));
  }
}
