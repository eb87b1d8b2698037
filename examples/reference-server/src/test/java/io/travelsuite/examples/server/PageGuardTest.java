package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.examples.server.Surfer.KeyValue;
import io.travelsuite.payments.ledger.PaymentReference;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may do what on the pages, and what nobody can do to them. */
class PageGuardTest extends PageSuite {

  @Test
  void without_the_token_of_its_page_nothing_is_changed() {
    PageReply trip = ana.get("/trips/" + departure());
    List<KeyValue> good = Surfer.fields(trip, "form#order", who());
    for (String token : List.of("", "x".repeat(66))) {
      List<KeyValue> forged = new ArrayList<>(good);
      forged.removeIf(field -> field.name().equals("csrf"));
      forged.add(new KeyValue("csrf", token));
      PageReply refused = ana.post(trip.path(), forged).is(403);
      assertThat(refused.seen()).contains("That did not go through");
    }
    Surfer other = new Surfer(fixture);
    other.post(trip.path(), good).is(403);
    other.get("/");
    other.post(trip.path(), good).is(403);
    assertThat(ana.get("/bookings").seen()).contains("Nothing yet");
  }

  @Test
  void control_with_the_token_it_is() {
    PageReply trip = ana.get("/trips/" + departure());

    ana.post(trip.path(), Surfer.fields(trip, "form#order", who())).is(303);
  }

  @Test
  void a_booking_is_its_visitor_s_alone() {
    PageReply booked = booked(ana, departure(), 1);
    Surfer other = new Surfer(fixture);
    other.get("/");
    for (String page : List.of("", "/cancellation", "/tickets.pdf", "/calendar.ics")) {
      other.get(booked.path() + page).is(404);
    }
    PageReply own = other.follow(hold(other, departure(), Map.of()));
    List<KeyValue> token = List.of(new KeyValue("csrf", own.one("input[name=csrf]").attr("value")));
    for (String deed : List.of("/payment", "/extension", "/cancellation")) {
      other.post(booked.path() + deed, token).is(404);
    }
    other.cookies().put("__Host-visitor", ana.cookies().get("__Host-visitor") + "x");
    other.get(booked.path()).is(404);
    assertThat(ana.get(booked.path()).is(200).seen()).contains("You are booked");
  }

  private static Set<String> locations(List<PageReply> replies) {
    Set<String> locations = new HashSet<>();
    replies.forEach(reply -> locations.add(reply.is(303).header("Location")));
    return locations;
  }

  private static List<PageReply> atOnce(int count, Callable<PageReply> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<PageReply> replies = new ArrayList<>();
      for (Future<PageReply> one : threads.invokeAll(java.util.Collections.nCopies(count, call))) {
        replies.add(one.get());
      }
      return replies;
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void a_form_that_is_sent_many_times_is_one_hold_and_one_payment() throws Exception {
    String tour = departure();
    PageReply trip = ana.get("/trips/" + tour);
    List<KeyValue> form = Surfer.fields(trip, "form#order", who(Map.of("u.adult", 2)));

    Set<String> held = locations(atOnce(5, () -> ana.post(trip.path(), form)));
    assertThat(held).hasSize(1);
    assertThat(left(tour)).isEqualTo(18);

    PageReply hold = ana.get(held.iterator().next());
    List<KeyValue> pay = Surfer.fields(hold, "form[action$=/payment]", Map.of());
    Set<String> paid = locations(atOnce(3, () -> ana.post(hold.path() + "/payment", pay)));
    assertThat(paid).isEqualTo(held);
    assertThat(ana.get(hold.path()).seen()).contains("You are booked");
  }

  @Test
  void control_two_forms_are_two_holds() {
    String tour = departure();

    String one = hold(ana, tour, Map.of()).is(303).header("Location");
    String other = hold(ana, tour, Map.of()).is(303).header("Location");

    assertThat(one).isNotEqualTo(other);
    assertThat(left(tour)).isEqualTo(18);
  }

  @Test
  void a_form_that_is_changed_and_sent_again_is_told_so() {
    PageReply trip = ana.get("/trips/" + departure());
    ana.submit(trip, "form#order", who(Map.of("u.adult", 1))).is(303);

    PageReply refused = ana.submit(trip, "form#order", who(Map.of("u.adult", 2))).is(409);

    assertThat(refused.seen()).contains("You sent this form before");
    ana.follow(ana.submit(refused, "form#order", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "{{head.name}} {{{form}}} ${7*7}",
        "Zoë Ó Ｗｉｄｅ 王 🦊",
        "</title></textarea>&amp;&lt;"
      })
  void what_people_type_is_text_wherever_it_is_shown(String name) {
    PageReply refused = hold(ana, departure(), Map.of("name", name, "email", name)).is(422);
    assertThat(refused.one("#name").attr("value")).isEqualTo(name);

    PageReply held =
        ana.follow(ana.submit(refused, "form#order", Map.of("name", name, "email", "a@b.example")));
    assertThat(held.one("dd:contains(a@b.example)").text()).startsWith(name);
    PageReply booked = ana.follow(pay(ana, held, "good"));
    assertThat(booked.one(".ticket").text()).contains(name);
    for (PageReply page : List.of(refused, held, booked)) {
      assertThat(page.page().select("script")).hasSize(1);
      assertThat(page.page().select("[onerror], [onmouseover], main img:not([src^=/assets/])"))
          .isEmpty();
    }
    ana.get("/?trip=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8)).is(422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/?from=yesterday&trip=walking-tour/DEFAULT",
        "/?from=9999-12-31&trip=walking-tour/DEFAULT",
        "/?from=-999999999-01-01&trip=walking-tour/DEFAULT",
        "/?adults=-1&children=99999999999&trip=walking-tour/DEFAULT",
        "/?adults=0&children=0&trip=walking-tour/DEFAULT",
        "/trips/1-1-1-1-1",
        "/trips/x?option=%00",
        "/bookings/x",
        "/bookings/00000000-0000-0000-0000-000000000000/tickets.pdf",
        "/assets/..%2f..%2fsite.css",
        "/assets/site.css"
      })
  void what_makes_no_sense_is_answered_by_a_page_that_says_so(String path) {
    PageReply reply = ana.get(path);

    assertThat(reply.status()).isBetween(400, 499);
  }

  @Test
  void escapes_that_are_none_break_neither_links_nor_forms() {
    Wire wire = new Wire(fixture.server.settings().web().listening().port(), null);
    String form =
        "Content-Type: application/x-www-form-urlencoded\r\nCookie: __Host-visitor="
            + visitor()
            + "\r\n";

    assertThat(wire.send("GET", "/?trip=%zz", "Accept: text/html\r\n", "").status())
        .isBetween(200, 499);
    assertThat(wire.send("POST", "/trips/x", form, "csrf=%zz").status()).isBetween(400, 403);
  }

  private String visitor() {
    ana.get("/");
    return ana.cookies().get("__Host-visitor");
  }

  @Test
  void programs_get_problems_where_people_get_pages() throws Exception {
    assertThat(ana.get("/nothing").is(404).seen()).contains("There is nothing here");
    var http = java.net.http.HttpClient.newHttpClient();
    var request =
        java.net.http.HttpRequest.newBuilder(URI.create(fixture.server.origin() + "/nothing"));
    var answer = http.send(request.build(), java.net.http.HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @Test
  void files_are_kept_for_good_under_their_content_s_hash() {
    String css = ana.get("/").one("link[rel=stylesheet]").attr("href");
    PageReply file = ana.get(css).is(200);

    assertThat(css).matches("/assets/site-[0-9a-f]{16}\\.css");
    assertThat(file.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(file.header("ETag")).matches("\"[0-9a-f]{16}\"");
    assertThat(file.header("Content-Type")).startsWith("text/css");
    ana.get(css.replaceAll("[0-9a-f]{16}", "0123456789abcdef")).is(404);
  }

  @Test
  void who_pays_elsewhere_is_sent_there_and_has_tickets_on_coming_back() {
    PageReply held = ana.follow(hold(ana, departure(), Map.of()));
    PageReply leaving = pay(ana, held, "page").is(200);
    assertThat(leaving.header("Refresh")).isEqualTo("0; url=" + leaving.one("main a").attr("href"));
    assertThat(leaving.one("main a").attr("href")).startsWith("https://");

    assertThat(ana.get(held.path()).seen()).contains("The payment was not finished");
    PaymentReference reference = new PaymentReference(ana.cookies().get("__Host-payment"));
    fixture.server.shop().sandbox().customerPays(reference);

    assertThat(ana.follow(ana.get(held.path())).seen()).contains("You are booked");
    assertThat(ana.cookies()).doesNotContainKey("__Host-payment");
  }

  @Test
  @Timeout(30)
  void the_feed_tells_each_seat_that_goes_and_comes_back_to_everybody() throws Exception {
    String coach = coach();
    URI feed =
        URI.create(fixture.server.origin() + "/trips/" + coach + "/seats/live?option=LIS-COI");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(feed.toURL().openStream(), StandardCharsets.UTF_8))) {
      assertThat(next(lines)).isEqualTo(OctoClient.JSON.readTree("{\"left\":48,\"taken\":[]}"));

      JsonNode held = takeSeats(coach, "2B", "2A");
      assertThat(next(lines))
          .isEqualTo(OctoClient.JSON.readTree("{\"left\":46,\"taken\":[\"2A\",\"2B\"]}"));

      customer.post(path(held) + "/cancellation", "{}").done(200);
      assertThat(next(lines).path("taken")).isEmpty();
    }
  }

  private static JsonNode next(BufferedReader lines) throws Exception {
    String line = lines.readLine();
    while (!line.startsWith("data: ")) {
      line = lines.readLine();
    }
    return OctoClient.JSON.readTree(line.substring("data: ".length()));
  }

  @Test
  void what_one_address_sends_is_limited_and_people_are_told_so() {
    PageReply held = ana.follow(hold(ana, departure(), Map.of()));
    List<KeyValue> form = List.of(new KeyValue("csrf", held.one("input[name=csrf]").attr("value")));
    String nowhere = "/bookings/00000000-0000-0000-0000-000000000000/extension";
    PageReply reply = ana.post(nowhere, form).is(404);
    for (int i = 0; i < 1_000 && reply.status() == 404; i++) {
      reply = ana.post(nowhere, form);
    }

    reply.is(429);
    assertThat(reply.header("Retry-After")).isNotEmpty();
    assertThat(reply.seen()).contains("Wait a minute");
    fixture.clock.forward(Duration.ofMinutes(2)); // of the database; what is leased ends by itself
    await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> ana.post(nowhere, form).is(404));
  }
}
