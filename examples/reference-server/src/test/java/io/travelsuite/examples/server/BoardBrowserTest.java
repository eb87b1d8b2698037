package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The operator's pages in a real browser, with script and without. */
class BoardBrowserTest extends BrowserSuite {

  private static final String DEPARTURES = "/office/departures/";

  /** Axe is a script itself. */
  private void seen(Browser browser, String name) {
    if (browser.isScripted()) {
      look(browser, name);
    }
  }

  private Browser signedIn(boolean scripted, String name) {
    Browser browser = browser(scripted);
    browser.open(address("/office"));
    seen(browser, "door");
    browser.type("[name=name]", name);
    browser.type("[name=password]", SharedServer.password());
    browser.click("main button");
    assertThat(browser.address()).endsWith("/office/board");
    return browser;
  }

  @Test
  void the_board_fills_while_one_looks_at_it() {
    String departure = departure();
    held(departure, 2);
    Browser browser = signedIn(true, "demo-manager");
    browser.open(address("/office/board?from=" + date(departure)));
    String count = "[data-departure='" + departure + "'] .count";
    eventually(() -> assertThat(browser.one(count).getText()).isEqualTo("2 of 20"));
    browser.script("window.same = true");

    paid(departure, 15);

    eventually(() -> assertThat(browser.one(count).getText()).isEqualTo("17 of 20"));
    assertThat(browser.script("return window.same")).as("not loaded again").isEqualTo(true);
    assertThat(browser.one("[data-departure='" + departure + "'] li").getDomAttribute("class"))
        .contains("filling");
    assertThat(browser.one("#told").getDomProperty("textContent")).asString().contains("17 of 20");
    assertThat(browser.one("#live").getText()).contains("Live");
    look(browser, "board");
  }

  @Test
  void a_departure_is_changed_and_a_stale_edit_is_told() {
    String departure = departure();
    paid(departure, 3);
    paid(departure, 2);
    Browser browser = signedIn(true, "demo-manager");
    browser.open(address(DEPARTURES + departure));
    look(browser, "departure");
    StaffBrowser colleague =
        StaffBrowser.signedIn(fixture, "demo-second-manager", SharedServer.password());
    String capacity = DEPARTURES + departure + "/capacity";
    colleague
        .send(
            colleague.get(DEPARTURES + departure),
            capacity,
            Map.of("physical", "18", "sellable", "18"))
        .is(303);

    browser.type("[name=sellable]", "16");
    browser.click("form[action$=capacity] button");

    assertThat(browser.one("[role=alert]").getText()).contains("Somebody changed this departure");
    assertThat(browser.one("[name=sellable]").getDomProperty("value")).isEqualTo("16");
    look(browser, "departure-stale");
    browser.errors(); // a refusal is a 409, which the console tells of
    browser.click("form[action$=capacity] button");
    assertThat(browser.one("[role=status].note").getText()).contains("was changed");
    assertThat(left(departure)).isEqualTo(11);
  }

  @Test
  void a_scanner_types_tickets_one_after_the_other() {
    scanned(true);
  }

  @Test
  void a_scanner_types_tickets_without_script_too() {
    scanned(false);
  }

  private void scanned(boolean scripted) {
    JsonNode tours = departures("walking-tour", fixture.day(1));
    String departure = tours.get(1).path("id").asText();
    JsonNode booking = paid(departure, 2);
    JsonNode tickets = customer.get(path(booking) + "/tickets").done(200).path("items");
    fixture.clock.until(Instant.parse(tours.get(1).at("/leaves/at").asText()).minusSeconds(60));
    Browser browser = signedIn(scripted, "demo-gate");
    browser.open(address(DEPARTURES + departure + "/gate"));

    for (int i = 0; i < 2; i++) {
      scan(browser, tickets.path(i).path("code").asText());
      String party = (i + 1) + " of 2";
      eventually(
          () -> assertThat(browser.one(".verdict.good").getText()).contains("Let in", party));
    }
    seen(browser, "gate");
    scan(browser, tickets.at("/0/code").asText());
    eventually(() -> assertThat(browser.one(".verdict.warn").getText()).contains("Already in"));
    scan(browser, "no ticket");
    eventually(
        () -> assertThat(browser.one(".verdict.bad").getText()).contains("Not a good ticket"));
    if (scripted) {
      assertThat(browser.script("return document.activeElement.id")).isEqualTo("ticket");
    }
    browser.errors(); // a refusal is a 409, which the console tells of
  }

  private static void scan(Browser browser, String code) {
    browser.one("#ticket").sendKeys(code, Keys.ENTER);
  }

  @Test
  void a_booking_is_found_its_refund_asked_for_and_the_list_of_those_that_wait_read() {
    JsonNode booking = paid(departure(), 4);
    Browser browser = signedIn(true, "demo-manager");
    browser.open(address("/office/bookings"));
    look(browser, "bookings");
    browser.type("#reference", booking.path("reference").asText());
    browser.click("main button");
    assertThat(browser.address()).endsWith(booking.path("id").asText());

    browser.type("#amount", "75.50");
    browser.type("#reason", "The guide was ill");
    browser.click("form[action$=refund] button");
    assertThat(browser.one("[role=alert]").getText()).contains("waits for a second person");
    look(browser, "booking");
    browser.open(address("/office/refunds"));
    assertThat(browser.seen()).contains("EUR 75.50", "You asked for it");
    look(browser, "refunds-own");
    Browser second = signedIn(true, "demo-second-manager");
    second.open(address("/office/refunds"));
    look(second, "refunds");
  }

  @Test
  void what_was_sold_is_drawn() {
    DemoSales.past(fixture.server.stock());
    Browser browser = signedIn(true, "demo-viewer");
    browser.open(address("/office/sales"));

    assertThat(browser.all("svg.chart rect.units")).hasSize(30);
    assertThat(browser.all("svg.chart rect.units").stream())
        .filteredOn(bar -> !"0".equals(bar.getDomAttribute("height")))
        .hasSizeGreaterThan(20);
    look(browser, "sales");
    assertThat(List.of(browser.one(".totals").getText().split("\\s+"))).contains("bookings");
  }

  @Test
  void without_script_the_board_and_its_forms_work() {
    String departure = departure();
    held(departure, 1);
    Browser browser = signedIn(false, "demo-manager");
    browser.open(address("/office/board?from=" + date(departure)));
    browser.click("[data-departure='" + departure + "'] a");

    browser.click("form[action$=sale] button");

    assertThat(browser.one("[role=status].note").getText()).contains("sale was changed");
    assertThat(browser.one(".headline .badge").getText()).isEqualTo("Sale stopped");
    browser.click("form.out button");
    assertThat(browser.address()).endsWith("/office");
    browser.open(address(DEPARTURES + departure));
    assertThat(browser.seen()).contains("Please sign in");
    browser.errors(); // a 401, which the console tells of
  }
}
