package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.RetimeResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RetimeTest {

  private static final LocalDateTime NINE = LocalDateTime.parse("2027-03-01T09:00");
  private static final LocalDateTime TEN = NINE.plusHours(1);

  private Operations operations;
  private OccurrenceId departure;

  @BeforeEach
  void open() {
    operations = Operations.create();
    departure = open(NINE);
  }

  @AfterEach
  void close() {
    operations.close();
  }

  private OccurrenceId open(LocalDateTime start) {
    OccurrenceRequest request =
        OccurrenceRequest.of(operations.product().id(), start)
            .pool("seats", 10)
            .terms(SaleTerms.OPEN.cutoff(Duration.ofMinutes(15)));
    return operations.inventory().open(request).orElseThrow().id();
  }

  private RetimeResult retime(LocalDateTime start) {
    return operations.schedules().retime(departure, start);
  }

  @Test
  void an_occurrence_with_bookings_gets_another_start_and_they_stay() {
    Booking booking = operations.book(HoldRequest.of(departure, 2));
    Booking hold = operations.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();

    RetimeResult result = retime(TEN);

    assertThat(result)
        .isInstanceOfSatisfying(
            RetimeResult.Retimed.class,
            retimed -> {
              assertThat(retimed.occurrence().localStart()).isEqualTo(TEN);
              assertThat(retimed.occurrence().startsAt())
                  .isEqualTo(Instant.parse("2027-03-01T15:00:00Z"));
            });
    assertThat(operations.bookings().find(booking.id())).contains(booking);
    ManifestRequest all =
        new ManifestRequest(
            departure, EnumSet.of(BookingState.HELD, BookingState.CONFIRMED), null, 10);
    assertThat(operations.bookings().manifest(all).bookings())
        .extracting(Booking::id)
        .containsExactlyInAnyOrder(booking.id(), hold.id());
    operations.assertNoDrift();
  }

  @Test
  void the_event_tells_the_old_and_the_new_time_and_comes_once() {
    retime(TEN);
    retime(TEN);

    assertThat(operations.events("occurrence.retimed")).isEqualTo(1);
    String payload =
        operations
            .fixture()
            .rows()
            .texts("SELECT payload FROM travel_event WHERE type = 'occurrence.retimed'")
            .get(0);
    assertThat(payload)
        .contains("\"fromLocal\":\"2027-03-01T09:00\"", "\"toLocal\":\"2027-03-01T10:00\"")
        .contains("\"from\":\"2027-03-01T14:00:00Z\"", "\"to\":\"2027-03-01T15:00:00Z\"")
        .contains("\"startsAt\":\"2027-03-01T15:00:00Z\"");
  }

  @Test
  void the_cutoff_follows_at_once_for_those_who_know_the_old_start_too() {
    JdbcTravel combining = operations.newTravel();
    Bookings direct =
        JdbcTravel.builder(operations.fixture().dataSource())
            .clock(operations.clock())
            .withoutCombining()
            .build()
            .bookings();
    for (Bookings one : new Bookings[] {combining.bookings(), direct}) {
      one.release(one.hold(HoldRequest.of(departure, 1)).orElseThrow().id());
    }

    retime(LocalDateTime.parse("2027-01-15T03:40")); // in 10 minutes

    for (Bookings one : new Bookings[] {combining.bookings(), direct}) {
      assertThat(one.hold(HoldRequest.of(departure, 1)))
          .isInstanceOfSatisfying(
              NotOnSale.class,
              no -> assertThat(no.reason()).isEqualTo(NotOnSale.Reason.CUTOFF_PASSED));
    }
    retime(TEN);
    assertThat(direct.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    assertThat(combining.inventory().find(departure).orElseThrow().localStart()).isEqualTo(TEN);
  }

  @Test
  void control_without_another_revision_the_old_start_would_be_sold_by() {
    Bookings knows = operations.newTravel().bookings();
    knows.release(knows.hold(HoldRequest.of(departure, 1)).orElseThrow().id());

    operations
        .fixture()
        .rows()
        .update("UPDATE travel_occurrence SET starts_at = '2027-01-15 08:40:00'");

    assertThat(knows.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
  }

  @Test
  void a_start_that_another_occurrence_has_is_refused() {
    OccurrenceId other = open(TEN);

    assertThat(retime(TEN)).isEqualTo(new RetimeResult.StartTaken(TEN));
    assertThat(operations.schedules().retime(other, TEN)).isInstanceOf(RetimeResult.Retimed.class);
    assertThat(operations.inventory().find(departure).map(Occurrence::localStart)).contains(NINE);
    assertThat(operations.events("occurrence.retimed")).isZero();
  }

  @Test
  void a_cancelled_and_an_unknown_occurrence_are_told() {
    operations.inventory().cancel(departure);
    OccurrenceId unknown = new OccurrenceId(UUID.randomUUID());

    assertThat(retime(TEN)).isEqualTo(new RetimeResult.AlreadyCancelled(departure));
    assertThat(operations.schedules().retime(unknown, TEN))
        .isEqualTo(new RetimeResult.NoSuchOccurrence(unknown));
    assertThatThrownBy(() -> retime(TEN.plusNanos(1)))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("whole seconds");
  }

  @Test
  void inside_a_hosts_transaction_it_goes_with_the_hosts() throws SQLException {
    try (Connection host = operations.fixture().dataSource().getConnection()) {
      host.setAutoCommit(false);
      operations.travel().joining(host).schedules().retime(departure, TEN);
      assertThat(operations.travel().joining(host).inventory().find(departure))
          .map(Occurrence::localStart)
          .contains(TEN);
      host.rollback();
      assertThat(operations.inventory().find(departure).map(Occurrence::localStart)).contains(NINE);
      operations.travel().joining(host).schedules().retime(departure, TEN);
      host.commit();
    }
    assertThat(operations.inventory().find(departure).map(Occurrence::localStart)).contains(TEN);
  }
}
