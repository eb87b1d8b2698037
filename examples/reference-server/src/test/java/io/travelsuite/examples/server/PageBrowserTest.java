package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages of customers in a real browser. */
class PageBrowserTest extends BrowserSuite {

  private static void write(Browser at) {
    at.type("#name", "Ana Lima");
    at.type("#email", "ana@example.com");
  }

  private static void submit(Browser at, String form) {
    at.click(form + " button:not([type=button])");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_trip_is_found_booked_paid_and_cancelled_with_and_without_script(boolean scripted) {
    Browser at = browser(scripted);
    at.open(address("/"));
    at.one("#trip option[value='coast-coach/LIS-OPO']").click();
    at.type("#adults", "2");
    submit(at, "form.search");
    assertThat(at.seen()).contains("Coach along the coast: Lisbon to Porto", "2 × Adult");

    at.open(address("/trips/" + coach() + "?option=LIS-OPO&u.adult=2"));
    at.click("input[value='6C']");
    at.click("input[value='6D']");
    write(at);
    submit(at, "#order");
    assertThat(at.seen()).contains("Your places are held", "Seats 6C, 6D", "Pay €44.00");
    assertThat(at.one("[data-countdown]").isDisplayed()).isEqualTo(scripted);

    submit(at, "form[action$='/payment']");
    assertThat(at.seen()).contains("You are booked");
    assertThat(at.all(".ticket svg")).hasSize(2);

    at.click("a[href$='/cancellation']");
    assertThat(at.seen()).contains("All of it comes back to your card: €44.00");
    submit(at, "form[action$='/cancellation']");
    assertThat(at.seen()).contains("Your booking is cancelled", "€44.00 went back");
  }

  @Test
  void what_somebody_else_takes_is_seen_at_once_and_is_nobody_s_choice_any_more() {
    String coach = coach();
    Browser at = browser(true);
    at.open(address("/trips/" + coach + "?u.adult=2"));
    eventually(() -> assertThat(at.one("#order").getAttribute("data-lively")).isEqualTo("yes"));
    at.click("input[value='2A']");
    at.click("input[value='2B']");
    assertThat(at.one("[data-seats-said]").getText()).isEqualTo("2 of 2 chosen: 2A, 2B");

    JsonNode taken = takeSeats(coach, "2B", "9D");

    eventually(() -> assertThat(at.one("input[value='2B']").isEnabled()).isFalse());
    assertThat(at.one("input[value='2B']").isSelected()).isFalse();
    assertThat(at.one("input[value='2A']").isSelected()).isTrue();
    assertThat(at.one("input[value='9D']").getAttribute("aria-label")).endsWith(", taken");
    assertThat(at.one("[data-seats-said]").getText()).contains("has just taken 2B");
    assertThat(at.one("[data-left]").getText()).isEqualTo("46 left");
    at.picture("trip-live-1280");

    customer.post(path(taken) + "/cancellation", "{}").done(200);
    eventually(() -> assertThat(at.one("input[value='2B']").isEnabled()).isTrue());
  }

  @Test
  void a_seat_is_chosen_by_the_keyboard_alone() {
    Browser at = browser(true);
    at.open(address("/trips/" + coach()));
    WebElement first = at.one("input[value='1A']");
    at.script("arguments[0].focus()", first);
    at.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    at.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
    at.driver().switchTo().activeElement().sendKeys(Keys.ARROW_DOWN);
    at.driver().switchTo().activeElement().sendKeys(Keys.SPACE);

    assertThat(at.one("input[value='2C']").isSelected()).isTrue();
    at.driver().switchTo().activeElement().sendKeys(Keys.TAB);
    assertThat(at.driver().switchTo().activeElement().getAttribute("value")).isEqualTo("2D");
  }

  @Test
  void no_more_seats_are_ticked_than_people_come_and_the_sum_is_told() {
    Browser at = browser(true);
    at.open(address("/trips/" + coach() + "?u.adult=1&u.child=1"));

    for (String seat : List.of("3A", "3B", "3C")) {
      at.click("input[value='" + seat + "']");
    }

    assertThat(at.all("input[name=seat]:checked").stream().map(one -> one.getAttribute("value")))
        .containsExactly("3B", "3C");
    assertThat(at.one("[data-total]").getText()).isEqualTo("Together €33.00");
  }

  @Test
  void the_time_that_is_left_runs_down_and_at_its_end_the_page_says_so() {
    Browser at = browser(true);
    at.open(address("/trips/" + departure()));
    write(at);
    submit(at, "#order");
    String first = at.one("[data-clock]").getText();
    assertThat(first).matches("1[45]:\\d\\d");
    eventually(() -> assertThat(at.one("[data-clock]").getText()).isNotEqualTo(first));

    fixture.clock.forward(Duration.ofMinutes(15).minusSeconds(3));
    at.driver().navigate().refresh();

    eventually(() -> assertThat(at.seen()).contains("Your time to pay is over"));
    assertThat(at.errors()).isEmpty();
  }

  @Test
  void every_page_is_good_to_look_at_on_a_phone_and_on_a_desk() {
    Browser at = browser(true);
    at.open(address("/"));
    look(at, "find");
    at.open(address("/?trip=walking-tour/DEFAULT&adults=2&from=" + fixture.day(1)));
    look(at, "found");
    at.open(address("/?trip=walking-tour/DEFAULT&adults=0&children=0&from=2020-01-01"));
    look(at, "find-problem");
    expect(at, "422");
    at.open(address("/bookings"));
    look(at, "bookings-none");
    at.open(address("/trips/" + departure() + "?u.adult=2&u.child=1"));
    look(at, "trip");
    String coach = coach();
    takeSeats(coach, "1A", "1B", "3C", "4D", "7A", "7B", "7C", "7D");
    at.open(address("/trips/" + coach + "?option=LIS-COI&u.adult=2"));
    at.click("input[value='2A']");
    look(at, "trip-seats");
    look_from_hold_to_end(at);
  }

  private void look_from_hold_to_end(Browser at) {
    at.script("document.getElementById('order').noValidate = true");
    at.type("#email", "ana");
    submit(at, "#order");
    look(at, "trip-problem");
    expect(at, "422");
    at.click("input[value='2B']");
    write(at);
    submit(at, "#order");
    look(at, "held");
    at.click("input[value=declined]");
    submit(at, "form[action$='/payment']");
    look(at, "declined");
    expect(at, "402");
    submit(at, "form[action$='/payment']");
    look(at, "booked");
    at.open(address("/bookings"));
    look(at, "bookings");
    at.click("main a");
    at.click("a[href$='/cancellation']");
    look(at, "cancellation");
    submit(at, "form[action$='/cancellation']");
    look(at, "cancelled");
    at.open(address("/nothing"));
    look(at, "error");
    expect(at, "404");
  }

  /** A page that is a refusal is logged by the browser as what could not be loaded: that alone. */
  private static void expect(Browser at, String status) {
    assertThat(at.errors()).isNotEmpty().allMatch(error -> error.contains("status of " + status));
  }

  @Test
  void a_sold_out_departure_is_shown_as_such() {
    Browser at = browser(true);
    String tour = departure();
    held(tour, 20);
    at.open(address("/trips/" + tour));
    look(at, "sold-out");
    assertThat(at.seen()).contains("Sold out", "What can be had around that day");
  }
}
