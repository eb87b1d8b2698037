package io.travelsuite.jdbc.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.notify.reminder.ReminderRule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldReminderTest extends ReminderSuite {

  private static final ReminderRule ENDS = ReminderRule.beforeExpiry("ends", Duration.ofMinutes(5));

  private BookingId hold(Duration lifetime) {
    OccurrenceId departure = departure("2027-03-01T09:00");
    return travel
        .bookings()
        .hold(HoldRequest.of(departure, 1).lifetime(lifetime))
        .orElseThrow()
        .id();
  }

  @Test
  void a_hold_is_reminded_of_once_before_it_expires() {
    BookingId hold = hold(Duration.ofMinutes(15));
    clock.advance(Duration.ofMinutes(9));
    assertThat(generate(ENDS)).isZero();
    clock.advance(Duration.ofMinutes(1));
    assertThat(generate(ENDS)).isOne();
    assertThat(generate(ENDS)).isZero();

    assertThat(payloads("reminder.hold"))
        .singleElement()
        .asString()
        .contains(
            "\"booking\":\"" + hold + "\"",
            "\"rule\":\"ends\"",
            "\"expiresAt\":\"2027-01-15T08:45:00.123456Z\"");
  }

  @Test
  void who_confirmed_released_or_let_it_expire_gets_none() {
    BookingId confirmed = hold(Duration.ofMinutes(15));
    travel.bookings().confirm(confirmed, "paid").orElseThrow();
    clock.advance(Duration.ofMinutes(16));
    assertThat(generate(ENDS)).isZero();
  }

  @Test
  void an_expired_hold_that_nobody_has_swept_and_a_released_one_get_none() {
    BookingId hold = hold(Duration.ofMinutes(15));
    clock.advance(Duration.ofMinutes(15));
    assertThat(generate(ENDS)).isZero();
    travel.bookings().release(hold);
    assertThat(generate(ENDS)).isZero();
  }

  @Test
  void one_that_is_shorter_gets_none_and_one_that_is_extended_is_reminded_of_again() {
    BookingId hold = hold(Duration.ofMinutes(4));
    assertThat(generate(ENDS)).isZero();
    travel.bookings().extend(hold, Duration.ofMinutes(20)).orElseThrow();
    clock.advance(Duration.ofMinutes(15));
    assertThat(generate(ENDS)).isOne();
    travel.bookings().extend(hold, Duration.ofMinutes(20)).orElseThrow();
    assertThat(generate(ENDS)).isZero();
    clock.advance(Duration.ofMinutes(16));
    assertThat(generate(ENDS)).isOne();
  }
}
