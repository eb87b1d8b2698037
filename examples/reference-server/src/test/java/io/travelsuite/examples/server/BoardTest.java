package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The operator's pages without a browser: what they show, and what their forms do. */
class BoardTest extends ApiSuite {

  private static final String DEPARTURES = "/office/departures/";
  private static final String HOSTILE = "=1+1\"><script>alert(1)</script>{{csrf}}";

  private static final Map<String, StaffBrowser> BROWSERS = new HashMap<>();

  private final StaffBrowser manager = as("demo-manager");
  private final StaffBrowser second = as("demo-second-manager");
  private final StaffBrowser gate = as("demo-gate");
  private final StaffBrowser viewer = as("demo-viewer");

  /** Somebody who is signed in: again, where a test has let days go by. */
  private StaffBrowser as(String name) {
    StaffBrowser known = BROWSERS.get(name);
    if (known == null || known.get("/office").status() != 303) {
      known = StaffBrowser.signedIn(fixture, name, SharedServer.password());
      BROWSERS.put(name, known);
    }
    return known;
  }

  @Test
  void who_is_not_signed_in_sees_the_door_and_nothing_else() {
    Surfer stranger = new Surfer(fixture);

    assertThat(stranger.get("/office").is(200).page().select("form input[name=password]")).hasSize(1);
    for (String path : List.of("/office/board", "/office/sales", "/office/refunds")) {
      assertThat(stranger.get(path).status()).as(path).isEqualTo(401);
    }
    assertThat(manager.get("/office").header("Location")).isEqualTo("/office/board");
  }

  @Test
  void who_types_a_wrong_password_is_told_on_the_page() {
    Surfer stranger = new Surfer(fixture);

    PageReply again =
        stranger.follow(
            stranger.submit(
                stranger.get("/office"),
                "form[action='/office/sign-in']",
                Map.of("name", "nobody", "password", "wrong")));

    assertThat(again.one("[role=alert]").text()).contains("do not go together");
    assertThat(stranger.get("/office?problem=%3Cb%3Ex%3C/b%3E").page().select("[role=alert]"))
        .isEmpty();
  }

  @Test
  void the_board_shows_departures_as_they_fill() {
    String departure = departure();
    String day = date(departure);
    String row = "[data-departure=" + departure + "]";
    assertThat(viewer.open("/office/board?from=" + day).select(row + " .count").text())
        .isEqualTo("0 of 20");

    held(departure, 3);

    await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              String live = viewer.get("/office/board/live?from=" + day).is(200).text();
              assertThat(live).contains("\"3 of 20\"");
            });
    Element now = viewer.open("/office/board?from=" + day).selectFirst(row);
    assertThat(now.select(".count").text()).isEqualTo("3 of 20");
    assertThat(now.select("rect.taken").attr("width")).isEqualTo("15");
    assertThat(viewer.get("/office/board?from=soon").status()).isEqualTo(200);
  }

  private String date(String departure) {
    return customer
        .get("/api/departures/" + departure)
        .done(200)
        .at("/leaves/local")
        .asText()
        .substring(0, 10);
  }

  @Test
  void a_viewer_sees_and_has_no_form_and_may_send_none() {
    String departure = departure();
    Document page = viewer.open(DEPARTURES + departure);

    assertThat(page.select("main form")).isEmpty();
    assertThat(viewer.open("/office/sales").select("svg.chart")).hasSize(1);
    assertThat(viewer.get("/office/refunds").status()).isEqualTo(403);
    assertThat(viewer.get(DEPARTURES + departure + "/gate").status()).isEqualTo(403);
    String csrf = page.select("[name=csrf]").val();
    for (String path : List.of("/capacity", "/sale", "/allotments", "/gate")) {
      assertThat(viewer.post(DEPARTURES + departure + path, Map.of("csrf", csrf)).status())
          .as(path)
          .isEqualTo(403);
    }
    assertThat(left(departure)).isEqualTo(20);
  }

  @Test
  void a_form_without_its_token_changes_nothing() {
    String departure = departure();
    String state = manager.open(DEPARTURES + departure).select("[name=state]").val();
    Map<String, String> fields =
        Map.of("pool", "guests", "physical", "5", "sellable", "5", "state", state);

    assertThat(manager.post(DEPARTURES + departure + "/capacity", fields).status()).isEqualTo(403);
    assertThat(left(departure)).isEqualTo(20);
  }

  @Test
  void a_capacity_is_changed_as_it_was_read_and_a_stale_edit_loses_nothing() {
    String departure = departure();
    String capacity = DEPARTURES + departure + "/capacity";
    PageReply first = manager.get(DEPARTURES + departure).is(200);
    PageReply stale = second.get(DEPARTURES + departure).is(200);

    PageReply done = manager.send(first, capacity, Map.of("physical", "12", "sellable", "10"));
    assertThat(done.status()).isEqualTo(303);
    assertThat(manager.open(done.header("Location")).select("[role=status].note").text())
        .contains("capacity was changed");
    assertThat(left(departure)).isEqualTo(10);

    PageReply told = second.send(stale, capacity, Map.of("physical", "33", "sellable", "31"));
    Document page = told.is(409).page();
    assertThat(page.select("[role=alert]").text()).contains("Somebody changed this departure");
    assertThat(page.select("[name=sellable]").val()).isEqualTo("31");
    assertThat(page.select(".edit .hint").eachText()).containsExactly("now 12", "now 10");
    assertThat(left(departure)).isEqualTo(10);

    assertThat(second.send(told, capacity, Map.of()).status()).isEqualTo(303);
    assertThat(left(departure)).isEqualTo(31);
  }

  @Test
  void what_is_no_capacity_is_told_and_typed_again() {
    String departure = departure();
    held(departure, 5);
    String capacity = DEPARTURES + departure + "/capacity";
    PageReply page = manager.get(DEPARTURES + departure);

    PageReply letters = manager.send(page, capacity, Map.of("sellable", "many"));
    assertThat(letters.status()).isEqualTo(422);
    assertThat(letters.page().select("[name=sellable]").val()).isEqualTo("many");
    PageReply few = manager.send(page, capacity, Map.of("physical", "4", "sellable", "4"));
    assertThat(few.status()).isEqualTo(409);
    assertThat(few.page().select("[role=alert]").text()).contains("5 are taken");
    assertThat(manager.send(page, capacity, Map.of("pool", "roof")).status()).isEqualTo(409);
    assertThat(left(departure)).isEqualTo(15);
  }

  @Test
  void the_sale_is_stopped_and_goes_on() {
    String departure = departure();
    String sale = DEPARTURES + departure + "/sale";

    manager.send(manager.get(DEPARTURES + departure), sale, Map.of()).is(303);
    PageReply stopped = manager.get(DEPARTURES + departure);
    assertThat(stopped.one(".headline .badge").text()).isEqualTo("Sale stopped");
    manager.send(stopped, sale, Map.of()).is(303);

    held(departure, 1);
  }

  @Test
  void places_are_kept_for_a_channel_and_given_up() {
    String departure = departure();
    String allotments = DEPARTURES + departure + "/allotments";
    PageReply page = manager.get(DEPARTURES + departure);
    Map<String, String> row =
        Map.of("channel-0", "octo", "units-0", "12", "until-0", date(departure) + "T08:00");

    PageReply bad = manager.send(page, allotments, Map.of("channel-0", "octo", "units-0", "few"));
    assertThat(bad.status()).isEqualTo(422);
    assertThat(bad.page().select("[name=units-0]").val()).isEqualTo("few");
    Map<String, String> elsewhere = new HashMap<>(row);
    elsewhere.put("pool-0", "roof");
    assertThat(manager.send(page, allotments, elsewhere).status()).isEqualTo(422);
    assertThat(manager.send(page, allotments, row).status()).isEqualTo(303);
    assertThat(left(departure)).isEqualTo(8);

    PageReply kept = manager.get(DEPARTURES + departure);
    assertThat(kept.one("[name=channel-0]").val()).isEqualTo("octo");
    assertThat(kept.one("[name=until-0]").val()).isEqualTo(date(departure) + "T08:00");
    manager.send(kept, allotments, Map.of("channel-0", "", "units-0", ""));
    assertThat(left(departure)).isEqualTo(20);
  }

  @Test
  void a_name_is_text_on_the_pages_and_in_the_file() {
    String departure = departure();
    String order =
        holding(departure, 1)
            .replace("\"Ana Lima\"", OctoClient.JSON.getNodeFactory().textNode(HOSTILE).toString());
    JsonNode held = customer.post("/api/bookings", order).done(201);
    customer.post(path(held) + "/payments", "{\"token\":\"tok-good\"}").done(201);

    Document manifest = gate.open(DEPARTURES + departure);
    assertThat(manifest.select("td[data-name=Name]").text()).isEqualTo(HOSTILE);
    assertThat(manifest.select("main script")).isEmpty();
    Document booking = gate.open("/office/bookings/" + held.path("id").asText());
    assertThat(booking.select("main script")).isEmpty();
    assertThat(booking.select(".facts").text()).contains(HOSTILE);
    PageReply csv = gate.get(manifest.select("a[download]").attr("href"));
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.text()).contains("\"'=1+1\"\">").doesNotContain("\"=1", ",=1");
  }

  @Test
  void pages_run_nothing_that_is_written_into_them() {
    PageReply page = manager.get("/office/board");

    assertThat(page.header("Content-Security-Policy"))
        .contains("script-src 'self'", "style-src 'self'")
        .doesNotContain("unsafe");
    assertThat(page.page().select("script[src]")).hasSize(1); // the rest a Surfer looks at
  }

  @Test
  void a_ticket_is_let_in_once_and_only_to_its_departure() {
    JsonNode tours = departures("walking-tour", fixture.day(1));
    String departure = tours.get(1).path("id").asText();
    JsonNode booking = paid(departure, 2);
    JsonNode tickets = customer.get(path(booking) + "/tickets").done(200).path("items");
    String code = tickets.at("/0/code").asText();
    fixture.clock.until(Instant.parse(tours.get(1).at("/leaves/at").asText()).minusSeconds(60));

    Document in = scan(departure, code, 200);
    assertThat(in.select(".verdict.good .big").text()).isEqualTo("Let in");
    assertThat(in.select(".verdict").text()).contains("Ana Lima", "1 of 2");
    assertThat(scan(departure, code, 409).select(".verdict.warn .big").text())
        .isEqualTo("Already in");
    String other = departure();
    assertThat(scan(other, tickets.at("/1/code").asText(), 409).select(".verdict.bad").text())
        .contains("Not of this departure");
    assertThat(scan(departure, HOSTILE, 409).select(".verdict.bad").text())
        .contains("Not a good ticket", "Scan it again");
    assertThat(as("demo-gate").open(DEPARTURES + departure).select("[data-name=Boarded]").text())
        .contains("1 of 2 in");
  }

  private Document scan(String departure, String code, int status) {
    String path = DEPARTURES + departure + "/gate";
    StaffBrowser clerk = as("demo-gate");
    PageReply reply = clerk.send(clerk.get(path), path, Map.of("ticket", code));
    return reply.is(status).page();
  }

  @Test
  void a_booking_is_found_by_its_reference_and_cancelled() {
    String departure = departure();
    JsonNode booking = paid(departure, 2);
    String reference = booking.path("reference").asText();

    PageReply found = gate.get("/office/bookings?reference=" + reference.toLowerCase(Locale.ROOT));
    String page = "/office/bookings/" + booking.path("id").asText();
    assertThat(found.header("Location")).isEqualTo(page);
    assertThat(gate.get("/office/bookings?reference=2222222222").status()).isEqualTo(404);
    assertThat(viewer.open(page).select("main form")).isEmpty();

    PageReply cancelled = gate.send(gate.get(page), page + "/cancellation", Map.of());
    assertThat(cancelled.status()).isEqualTo(303);
    assertThat(left(departure)).isEqualTo(20);
    assertThat(manager.open(page).text()).contains("EUR 50.00 is still kept");
    assertThat(gate.open(page).select("form[action$=cancellation]")).isEmpty();
  }

  @Test
  void a_large_refund_waits_until_a_second_person_approves_it() {
    JsonNode booking = paid(departure(), 4);
    String page = "/office/bookings/" + booking.path("id").asText();
    Map<String, String> typed = Map.of("amount", "80,00", "reason", "it rained, " + booking);
    PageReply form = manager.get(page);

    assertThat(manager.send(form, page + "/refund", typed).status())
        .as("too long a reason")
        .isEqualTo(422);
    Map<String, String> good = Map.of("amount", "80,00", "reason", "it rained");
    String first = manager.send(form, page + "/refund", good).header("Location");
    assertThat(first).endsWith("?done=ASKED");
    assertThat(manager.send(form, page + "/refund", good).header("Location"))
        .as("sent twice")
        .isEqualTo(first);
    assertThat(manager.open(page).select("caption:contains(Refunds) ~ tbody tr")).hasSize(1);

    Element own = waiting(manager, booking);
    assertThat(own.select("form")).isEmpty();
    assertThat(own.text()).contains("You asked for it", "demo-manager");
    String action = waiting(second, booking).select("form").attr("action");
    PageReply list = second.get("/office/refunds");
    String csrf = manager.open("/office/refunds").select("[name=csrf]").val();
    assertThat(manager.post(action, Map.of("csrf", csrf, "decision", "approve")).status())
        .isEqualTo(403);
    assertThat(second.send(list, action, Map.of("decision", "maybe")).status()).isEqualTo(422);
    assertThat(second.send(list, action, Map.of("decision", "approve")).header("Location"))
        .endsWith("?done=DONE");
    assertThat(second.send(list, action, Map.of("decision", "reject")).status()).isEqualTo(409);
    assertThat(manager.open(page).select(".facts").text()).contains("Still kept EUR 20.00");
  }

  private static Element waiting(StaffBrowser who, JsonNode booking) {
    return who.open("/office/refunds")
        .selectFirst("li:has(a[href$='" + booking.path("id").asText() + "'])");
  }

  @Test
  void what_is_sold_and_cancelled_is_counted_once_in_the_sales_of_the_day() {
    await().atMost(Duration.ofSeconds(30)).until(this::isAllHandedOver);
    int[] before = totals();
    JsonNode booking = paid(departure(), 3);
    await().atMost(Duration.ofSeconds(10)).until(() -> totals()[0] > before[0]);
    customer.post(path(booking) + "/cancellation", "{}").done(200);

    await().atMost(Duration.ofSeconds(10)).until(() -> totals()[2] > before[2]);
    assertThat(totals()).containsExactly(before[0] + 1, before[1] + 3, before[2] + 1);
    Document sales = viewer.open("/office/sales");
    assertThat(sales.select("svg.chart title").first().text()).contains("most on");
    assertThat(sales.select("section table").first().select("tbody tr")).hasSize(30);
  }

  private boolean isAllHandedOver() throws SQLException {
    String waiting =
        """
        SELECT (SELECT COUNT(*) FROM travel_event) + (SELECT COUNT(*) FROM travel_outbox_delivery)
        """;
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(waiting)) {
      return row.next() && row.getLong(1) == 0;
    }
  }

  private int[] totals() {
    return viewer.open("/office/sales").select(".totals .big").eachText().stream()
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  @Test
  void what_is_not_there_is_told_so() {
    for (String path :
        List.of(
            DEPARTURES + "x",
            DEPARTURES + "00000000-0000-0000-0000-000000000000",
            DEPARTURES + "00000000-0000-0000-0000-000000000000/gate",
            "/office/bookings/00000000-0000-0000-0000-000000000000")) {
      assertThat(manager.get(path).status()).as(path).isEqualTo(404);
    }
  }
}
