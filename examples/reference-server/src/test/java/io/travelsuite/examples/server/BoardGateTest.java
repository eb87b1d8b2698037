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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** Check-in, bookings, refunds and sales without a browser. */
class BoardGateTest extends BoardSuite {

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
    assertThat(scan(departure, "no ticket of anybody", 409).select(".verdict.bad").text())
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
  void what_is_no_refund_is_told_and_typed_again() {
    JsonNode booking = paid(departure(), 2);
    String page = "/office/bookings/" + booking.path("id").asText();
    PageReply form = manager.get(page);

    for (String amount : List.of("0", "-1", "1.234", "ten", "1e3", "")) {
      Map<String, String> typed = Map.of("amount", amount, "reason", "it rained");
      assertThat(manager.send(form, page + "/refund", typed).is(422).one("#amount").val())
          .isEqualTo(amount);
    }
    String essay = "x".repeat(201);
    manager.send(form, page + "/refund", Map.of("amount", "1", "reason", essay)).is(422);
    PageReply much =
        manager.send(form, page + "/refund", Map.of("amount", "50.01", "reason", "it rained"));
    assertThat(much.is(409).one("[role=alert]").text()).contains("at most EUR 50.00");
    assertThat(manager.open(page).select("caption:contains(Refunds)")).isEmpty();
  }

  @Test
  void a_large_refund_waits_until_a_second_person_approves_it() {
    JsonNode booking = paid(departure(), 4);
    String page = "/office/bookings/" + booking.path("id").asText();
    PageReply form = manager.get(page);
    Map<String, String> good = Map.of("amount", "80,00", "reason", "it rained");

    String first = manager.send(form, page + "/refund", good).header("Location");
    assertThat(first).endsWith("?done=ASKED");
    String again = manager.send(form, page + "/refund", good).header("Location");
    assertThat(again).as("sent twice").isEqualTo(first);
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
}
