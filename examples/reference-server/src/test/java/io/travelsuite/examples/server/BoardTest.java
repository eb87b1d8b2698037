package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** What the pages of departures show without a browser, and what their forms do. */
class BoardTest extends BoardSuite {

  private static final String HOSTILE = "=1+1\"><script>alert(1)</script>{{csrf}}";

  @Test
  void who_is_not_signed_in_sees_the_door_and_nothing_else() {
    Surfer stranger = new Surfer(fixture);

    assertThat(stranger.get("/office").is(200).page().select("form input[name=password]"))
        .hasSize(1);
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
