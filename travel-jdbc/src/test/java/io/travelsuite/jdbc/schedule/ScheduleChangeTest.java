package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleChanges.Changed;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Part;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import io.travelsuite.schedule.ScheduleTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every change here is previewed first, and what is done is what was told. */
class ScheduleChangeTest {

  private static final LocalDate UNTIL = LocalDate.parse("2027-03-05");

  private Operations operations;

  @BeforeEach
  void open() {
    operations = Operations.create();
    apply(daily());
  }

  @AfterEach
  void close() {
    operations.close();
  }

  private Schedule daily() {
    return operations.daily("FREQ=DAILY").pool(Pool.of("seats", 40));
  }

  private Schedule at(LocalTime... times) {
    return daily().recurrence(daily().recurrence().times(times));
  }

  private ScheduleChanges apply(Schedule schedule) {
    List<LocalDateTime> before = operations.starts();
    ScheduleChanges told = operations.schedules().preview(schedule, UNTIL);
    assertThat(operations.starts()).isEqualTo(before);
    ScheduleChanges done = operations.schedules().apply(schedule, Horizon.until(UNTIL));
    assertThat(done).isEqualTo(told);
    operations.assertNoDrift();
    return done;
  }

  private static LocalDateTime time(String text) {
    return LocalDateTime.parse(text);
  }

  @Test
  void another_time_moves_each_occurrence_that_keeps_its_id() {
    OccurrenceId first = operations.at("2027-03-01T09:00");

    ScheduleChanges changes = apply(at(LocalTime.of(10, 30)));

    assertThat(changes.changed()).hasSize(5);
    assertThat(changes.changed().get(0))
        .isEqualTo(
            new Changed(
                first, time("2027-03-01T09:00"), time("2027-03-01T10:30"), Set.of(Part.START)));
    assertThat(changes.opened()).isEmpty();
    assertThat(changes.withdrawn()).isEmpty();
    Occurrence moved = operations.inventory().find(first).orElseThrow();
    assertThat(moved.localStart()).isEqualTo(time("2027-03-01T10:30"));
    assertThat(moved.startsAt().toString()).isEqualTo("2027-03-01T15:30:00Z");
    assertThat(apply(at(LocalTime.of(10, 30))).isEmpty()).isTrue();
  }

  @Test
  void a_further_time_is_opened_and_a_time_less_is_withdrawn() {
    OccurrenceId first = operations.at("2027-03-01T09:00");
    assertThat(apply(at(LocalTime.of(9, 0), LocalTime.of(14, 0))).opened()).hasSize(5);

    ScheduleChanges changes = apply(at(LocalTime.of(9, 0)));

    assertThat(changes.withdrawn()).hasSize(5);
    assertThat(changes.changed()).isEmpty();
    assertThat(operations.at("2027-03-01T09:00")).isEqualTo(first);
    assertThat(operations.starts()).hasSize(5);
  }

  @Test
  void capacity_and_terms_are_changed_in_place() {
    OccurrenceId first = operations.at("2027-03-01T09:00");

    ScheduleChanges changes =
        apply(
            daily()
                .pool(Pool.of("seats", 30))
                .terms(ScheduleTerms.of(SaleTerms.OPEN.cutoff(Duration.ofHours(1)))));

    assertThat(changes.changed())
        .hasSize(5)
        .allMatch(one -> one.parts().equals(Set.of(Part.CAPACITY, Part.TERMS)));
    assertThat(operations.capacity(first, "seats")).isEqualTo(Capacity.of(30));
    assertThat(operations.inventory().terms(first).orElseThrow().cutoff())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void another_layout_puts_another_occurrence_in_the_place_of_each() {
    OccurrenceId before = operations.at("2027-03-01T09:00");

    ScheduleChanges changes = apply(daily().stops(Stop.of("A", 0), Stop.of("B", 60)));

    assertThat(changes.changed()).hasSize(5).allMatch(c -> c.parts().equals(Set.of(Part.LAYOUT)));
    OccurrenceId after = operations.at("2027-03-01T09:00");
    assertThat(after).isNotEqualTo(before);
    assertThat(operations.inventory().find(before)).isEmpty();
    assertThat(operations.inventory().find(after).orElseThrow().stops()).hasSize(2);
    assertThat(operations.starts()).hasSize(5);
  }

  @Test
  void an_occurrence_with_a_booking_or_a_live_hold_is_left_alone_and_named() {
    OccurrenceId booked = operations.at("2027-03-02T09:00");
    OccurrenceId held = operations.at("2027-03-03T09:00");
    operations.book(HoldRequest.of(booked, 2));
    operations.bookings().hold(HoldRequest.of(held, 1)).orElseThrow();

    ScheduleChanges changes = apply(at(LocalTime.of(10, 0)));

    assertThat(changes.changed()).hasSize(3);
    assertThat(changes.opened()).isEmpty();
    assertThat(changes.leftAlone())
        .containsExactly(
            new LeftAlone(booked, time("2027-03-02T09:00"), Reason.BOOKED),
            new LeftAlone(held, time("2027-03-03T09:00"), Reason.BOOKED));
    Recurrence never = Recurrence.of("", Operations.FIRST, LocalTime.of(9, 0));
    ScheduleChanges ended = apply(daily().recurrence(never));
    assertThat(ended.withdrawn()).hasSize(3);
    assertThat(ended.leftAlone()).hasSize(2);
    assertThat(operations.availability(booked).state()).isEqualTo(SaleState.ON_SALE);
  }

  @Test
  void one_that_was_left_alone_follows_once_its_bookings_are_gone() {
    OccurrenceId booked = operations.at("2027-03-02T09:00");
    Booking booking = operations.book(HoldRequest.of(booked, 2));
    apply(at(LocalTime.of(10, 0)));

    operations.bookings().cancel(booking.id()).orElseThrow();

    assertThat(apply(at(LocalTime.of(10, 0))).changed())
        .extracting(Changed::occurrence)
        .containsExactly(booked);
  }

  @Test
  void a_hold_that_expired_does_not_count_whether_or_not_it_was_swept() {
    OccurrenceId once = operations.at("2027-03-02T09:00");
    OccurrenceId night = operations.at("2027-03-03T09:00");
    var hold = HoldRequest.of(once, 2).lifetime(Duration.ofMinutes(5));
    Booking held = operations.bookings().hold(hold).orElseThrow();
    operations.clock().advance(Duration.ofMinutes(6));

    assertThat(apply(at(LocalTime.of(10, 0))).changed()).hasSize(5);
    assertThat(operations.bookings().find(held.id()).orElseThrow().state().takesUnits()).isFalse();
    assertThat(operations.availability(night).available("seats")).isEqualTo(40);
  }

  @Test
  void one_that_was_once_sold_is_cancelled_for_its_history_and_its_start_is_free_again() {
    OccurrenceId once = operations.at("2027-03-02T09:00");
    Booking booking = operations.book(HoldRequest.of(once, 2));
    operations.bookings().cancel(booking.id()).orElseThrow();
    Recurrence without = daily().recurrence().except(LocalDate.parse("2027-03-02"));

    assertThat(apply(daily().recurrence(without)).withdrawn()).hasSize(1);

    Occurrence old = operations.inventory().find(once).orElseThrow();
    assertThat(operations.availability(once).state()).isEqualTo(SaleState.CANCELLED);
    assertThat(old.label()).isEqualTo(once.toString().replace("-", ""));
    assertThat(apply(daily()).opened()).containsExactly(time("2027-03-02T09:00"));
    assertThat(operations.at("2027-03-02T09:00")).isNotEqualTo(once);
  }

  @Test
  void one_that_was_once_sold_and_has_another_layout_now_is_replaced_too() {
    OccurrenceId once = operations.at("2027-03-02T09:00");
    Booking booking = operations.book(HoldRequest.of(once, 2));
    operations.bookings().cancel(booking.id()).orElseThrow();

    assertThat(apply(daily().pool(Pool.of("cabins", 3))).changed()).hasSize(5);

    assertThat(operations.availability(once).state()).isEqualTo(SaleState.CANCELLED);
    OccurrenceId now = operations.at("2027-03-02T09:00");
    assertThat(operations.availability(now).available("cabins")).isEqualTo(3);
  }

  @Test
  void one_that_was_retimed_keeps_its_start_and_its_slot() {
    OccurrenceId retimed = operations.at("2027-03-02T09:00");
    operations.schedules().retime(retimed, time("2027-03-02T11:45"));

    assertThat(apply(daily()).isEmpty()).isTrue();
    ScheduleChanges changes = apply(at(LocalTime.of(10, 0)).pool(Pool.of("seats", 30)));

    assertThat(changes.changed()).hasSize(5);
    assertThat(changes.opened()).isEmpty();
    assertThat(operations.at("2027-03-02T11:45")).isEqualTo(retimed);
    assertThat(operations.capacity(retimed, "seats")).isEqualTo(Capacity.of(30));
    assertThat(apply(at(LocalTime.of(10, 0)).pool(Pool.of("seats", 30))).isEmpty()).isTrue();
  }

  @Test
  void a_run_that_was_cancelled_stays_so_when_its_time_changes() {
    OccurrenceId cancelled = operations.at("2027-03-02T09:00");
    operations.inventory().cancel(cancelled);

    ScheduleChanges changes = apply(at(LocalTime.of(10, 0)));

    assertThat(changes.changed()).hasSize(4);
    assertThat(changes.leftAlone())
        .containsExactly(new LeftAlone(cancelled, time("2027-03-02T09:00"), Reason.CANCELLED));
    assertThat(apply(at(LocalTime.of(10, 0))).leftAlone()).isEmpty();
  }

  @Test
  void one_that_was_closed_follows_the_schedule_and_stays_closed() {
    OccurrenceId closed = operations.at("2027-03-02T09:00");
    operations.inventory().close(closed);

    assertThat(apply(at(LocalTime.of(10, 0))).changed()).hasSize(5);

    assertThat(operations.availability(closed).state()).isEqualTo(SaleState.CLOSED);
    assertThat(operations.at("2027-03-02T10:00")).isEqualTo(closed);
  }

  @Test
  void whoever_asks_by_what_he_knew_before_is_told_what_holds_now() {
    OccurrenceId moved = operations.at("2027-03-01T09:00");
    var elsewhere = operations.newTravel();
    var bookings = elsewhere.bookings();
    bookings.release(bookings.hold(HoldRequest.of(moved, 1)).orElseThrow().id());
    OccurrenceId withdrawn = operations.at("2027-03-03T09:00");
    elsewhere.inventory().terms(withdrawn);
    Schedule next =
        at(LocalTime.of(10, 0)).terms(ScheduleTerms.of(SaleTerms.OPEN.party(Range.atMost(2))));
    apply(next.recurrence(next.recurrence().except(LocalDate.parse("2027-03-03"))));

    assertThat(bookings.hold(HoldRequest.of(moved, 3)))
        .isInstanceOfSatisfying(
            NotOnSale.class,
            no -> assertThat(no.reason()).isEqualTo(NotOnSale.Reason.PARTY_TOO_LARGE));
    assertThat(bookings.hold(HoldRequest.of(withdrawn, 1)))
        .isInstanceOfSatisfying(
            NotOnSale.class, no -> assertThat(no.reason()).isEqualTo(NotOnSale.Reason.UNKNOWN));
    assertThat(elsewhere.inventory().find(moved).orElseThrow().localStart())
        .isEqualTo(time("2027-03-01T10:00"));
    assertThat(elsewhere.inventory().find(withdrawn)).isEmpty();
  }

  @Test
  void what_was_done_is_told_by_events() {
    OccurrenceId once = operations.at("2027-03-02T09:00");
    operations
        .bookings()
        .release(operations.bookings().hold(HoldRequest.of(once, 1)).orElseThrow().id());
    apply(at(LocalTime.of(10, 0)));
    apply(daily().recurrence(Recurrence.of("", Operations.FIRST, LocalTime.of(9, 0))));

    assertThat(operations.events("occurrence.opened")).isEqualTo(5);
    assertThat(operations.events("occurrence.realigned")).isEqualTo(5);
    assertThat(operations.events("occurrence.withdrawn")).isEqualTo(5);
    assertThat(operations.events("schedule.saved")).isEqualTo(3);
  }
}
