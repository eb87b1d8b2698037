package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Occurrence;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Overbooking;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.RelativeAllotment;
import io.travelsuite.schedule.SavedSchedule;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import io.travelsuite.schedule.ScheduleId;
import io.travelsuite.schedule.ScheduleTerms;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenerationTest {

  private Operations operations;

  @BeforeEach
  void open() {
    operations = Operations.create();
  }

  @AfterEach
  void close() {
    operations.close();
  }

  private ScheduleChanges apply(Schedule schedule, String until) {
    return operations.schedules().apply(schedule, Horizon.until(LocalDate.parse(until)));
  }

  private Schedule daily() {
    return operations.daily("FREQ=DAILY").pool(Pool.of("seats", 40));
  }

  @Test
  void occurrences_are_opened_for_each_date_and_time_until_the_horizon() {
    Recurrence twice =
        Recurrence.of(
                "FREQ=WEEKLY;BYDAY=MO,TH",
                Operations.FIRST,
                LocalTime.of(8, 30),
                LocalTime.of(17, 0))
            .except(LocalDate.parse("2027-03-04"))
            .extra(LocalDate.parse("2027-03-07"));

    ScheduleChanges changes = apply(daily().recurrence(twice), "2027-03-08");

    List<LocalDateTime> expected =
        List.of(
            LocalDateTime.parse("2027-03-01T08:30"),
            LocalDateTime.parse("2027-03-01T17:00"),
            LocalDateTime.parse("2027-03-07T08:30"),
            LocalDateTime.parse("2027-03-07T17:00"),
            LocalDateTime.parse("2027-03-08T08:30"),
            LocalDateTime.parse("2027-03-08T17:00"));
    assertThat(changes.opened()).isEqualTo(expected);
    assertThat(changes.more()).isFalse();
    assertThat(operations.starts()).isEqualTo(expected);
    operations.assertNoDrift();
  }

  @Test
  void an_occurrence_has_the_stops_pools_and_terms_that_the_schedule_tells() {
    Schedule schedule =
        daily()
            .stops(
                Stop.of("A", 0),
                Stop.of("B", Duration.ofHours(5), Duration.ofHours(6)),
                Stop.of("C", Duration.ofHours(53), Duration.ofHours(53)))
            .pool(Pool.ofSeats("berths", List.of("1A", "1B")))
            .overbooking(Overbooking.percent("seats", 10).on(DayOfWeek.MONDAY))
            .terms(
                ScheduleTerms.of(SaleTerms.OPEN.cutoff(Duration.ofMinutes(30)))
                    .opensBefore(Duration.ofDays(30))
                    .allotment(new RelativeAllotment("seats", "agency", 8, Duration.ofDays(2))));
    apply(schedule, "2027-03-02");

    OccurrenceId monday = operations.at("2027-03-01T09:00");
    OccurrenceId tuesday = operations.at("2027-03-02T09:00");
    Occurrence occurrence = operations.inventory().find(monday).orElseThrow();
    assertThat(occurrence.stops()).isEqualTo(schedule.stops());
    assertThat(occurrence.pools()).containsExactly("seats", "berths");
    Instant start = Instant.parse("2027-03-01T14:00:00Z");
    assertThat(occurrence.startsAt()).isEqualTo(start);
    assertThat(operations.inventory().terms(monday)).contains(schedule.terms().at(start));
    assertThat(operations.capacity(monday, "seats")).isEqualTo(new Capacity(40, 44));
    assertThat(operations.capacity(tuesday, "seats")).isEqualTo(new Capacity(40, 40));
    assertThat(operations.availability(monday).available("seats")).isEqualTo(36);
    operations.assertNoDrift();
  }

  @Test
  void an_opened_occurrence_is_held_between_its_stops_like_any_other() {
    apply(daily().stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120)), "2027-03-01");
    OccurrenceId departure = operations.at("2027-03-01T09:00");

    operations.bookings().hold(HoldRequest.of(Line.of(departure, 3).between("B", "C")));

    Availability availability = operations.availability(departure);
    assertThat(availability.legs().get(0).taken()).isZero();
    assertThat(availability.legs().get(1).taken()).isEqualTo(3);
    operations.assertNoDrift();
  }

  @Test
  void generating_again_opens_nothing_and_a_later_horizon_only_what_is_new() {
    SavedSchedule saved = operations.schedules().save(daily());
    Horizon march = Horizon.until(LocalDate.parse("2027-03-31"));
    assertThat(operations.schedules().generate(saved.id(), march).opened()).hasSize(31);
    long events = operations.events();

    ScheduleChanges again = operations.schedules().generate(saved.id(), march);
    assertThat(again.isEmpty()).isTrue();
    assertThat(operations.events()).isEqualTo(events);

    Horizon april = Horizon.until(LocalDate.parse("2027-04-02"));
    assertThat(operations.schedules().generate(saved.id(), april).opened())
        .containsExactly(
            LocalDateTime.parse("2027-04-01T09:00"), LocalDateTime.parse("2027-04-02T09:00"));
    operations.assertNoDrift();
  }

  @Test
  void a_call_does_at_most_so_many_and_the_next_goes_on() {
    SavedSchedule saved = operations.schedules().save(daily());
    LocalDate until = Operations.FIRST.plusDays(299);
    int calls = 0;
    ScheduleChanges changes;
    do {
      changes = operations.schedules().generate(saved.id(), new Horizon(until, 70));
      assertThat(changes.size()).isLessThanOrEqualTo(70);
      calls++;
    } while (changes.more());

    assertThat(calls).isEqualTo(5);
    assertThat(operations.starts()).hasSize(300).doesNotHaveDuplicates();
  }

  @Test
  void what_has_started_is_neither_opened_nor_withdrawn() {
    apply(daily(), "2027-03-03");
    operations.clock().advance(Duration.between(operations.clock().instant(), noonOfMarch2()));

    Recurrence never = Recurrence.of("", Operations.FIRST, LocalTime.of(9, 0));
    ScheduleChanges changes = apply(daily().recurrence(never), "2027-03-31");

    assertThat(changes.withdrawn())
        .extracting(w -> w.start().toString())
        .containsExactly("2027-03-03T09:00");
    assertThat(operations.starts()).hasSize(2);
    Recurrence early = Recurrence.of("FREQ=DAILY", Operations.FIRST, LocalTime.of(11, 0));
    assertThat(apply(daily().recurrence(early), "2027-03-03").opened())
        .containsExactly(LocalDateTime.parse("2027-03-03T11:00"));
  }

  private static Instant noonOfMarch2() {
    return Instant.parse("2027-03-02T17:00:00Z");
  }

  @Test
  void a_start_that_another_occurrence_has_is_left_to_it() {
    OccurrenceRequest byHand =
        OccurrenceRequest.of(operations.product().id(), LocalDateTime.parse("2027-03-02T09:00"))
            .pool("seats", 7);
    OccurrenceId own = operations.inventory().open(byHand).orElseThrow().id();

    ScheduleChanges changes = apply(daily(), "2027-03-03");

    assertThat(changes.opened()).hasSize(2);
    assertThat(changes.leftAlone())
        .containsExactly(
            new LeftAlone(own, LocalDateTime.parse("2027-03-02T09:00"), Reason.START_TAKEN));
    assertThat(operations.capacity(own, "seats")).isEqualTo(Capacity.of(7));
    operations.assertNoDrift();
  }

  @Test
  void a_cancelled_occurrence_is_not_opened_anew() {
    apply(daily(), "2027-03-02");
    OccurrenceId cancelled = operations.at("2027-03-01T09:00");
    operations.inventory().cancel(cancelled);

    assertThat(apply(daily(), "2027-03-02").isEmpty()).isTrue();
    assertThat(apply(daily().pool(Pool.of("seats", 30)), "2027-03-02").changed()).hasSize(1);
    assertThat(operations.availability(cancelled).state()).isEqualTo(SaleState.CANCELLED);
  }

  @Test
  void an_edit_of_one_occurrence_stays_until_the_schedule_changes() {
    apply(daily(), "2027-03-02");
    OccurrenceId edited = operations.at("2027-03-01T09:00");
    operations.inventory().resize(edited, "seats", Capacity.of(25));

    assertThat(apply(daily(), "2027-03-02").isEmpty()).isTrue();
    assertThat(operations.capacity(edited, "seats")).isEqualTo(Capacity.of(25));

    apply(daily().pool(Pool.of("seats", 30)), "2027-03-02");
    assertThat(operations.capacity(edited, "seats")).isEqualTo(Capacity.of(30));
  }

  @Test
  void a_schedule_is_saved_once_a_version() {
    SavedSchedule first = operations.schedules().save(daily());
    SavedSchedule again = operations.schedules().save(daily());
    SavedSchedule changed = operations.schedules().save(daily().pool(Pool.of("seats", 41)));

    assertThat(again).isEqualTo(first);
    assertThat(changed.id()).isEqualTo(first.id());
    assertThat(List.of(first.version(), changed.version())).containsExactly(1, 2);
    assertThat(operations.schedules().find(first.id())).contains(changed);
    assertThat(operations.schedules().of(operations.product().id())).containsExactly(changed);
    assertThat(operations.events("schedule.saved")).isEqualTo(2);
  }

  @Test
  void a_schedule_reads_as_it_was_saved() {
    Schedule schedule =
        daily()
            .label("relief")
            .recurrence(
                Recurrence.of("FREQ=DAILY;INTERVAL=2", Operations.FIRST, LocalTime.of(9, 0, 30))
                    .last(LocalDate.parse("2028-01-01"))
                    .except(LocalDate.parse("2027-03-05"))
                    .extra(LocalDate.parse("2027-03-06")))
            .stops(Stop.of("A", 0).boardingOnly(), Stop.of("B", 1500).alightingOnly())
            .pool(new Pool("cabins", new Capacity(10, 8), null))
            .pool(Pool.ofSeats("berths", List.of("1A", "1B")))
            .overbooking(Overbooking.units("berths", 1).on(DayOfWeek.FRIDAY, DayOfWeek.MONDAY))
            .terms(
                ScheduleTerms.of(SaleTerms.OPEN.cutoff(Duration.ofHours(1)))
                    .opensBefore(Duration.ofDays(100))
                    .allotment(new RelativeAllotment("cabins", "web", 2, Duration.ofDays(3))));

    ScheduleId id = operations.schedules().save(schedule).id();

    assertThat(operations.schedules().find(id).orElseThrow().schedule()).isEqualTo(schedule);
  }

  @Test
  void bad_input_is_told_before_anything_is_saved() {
    assertBad(operations.daily("FREQ=DAILY"), "pools");
    assertBad(operations.daily("FREQ=HOURLY").pool(Pool.of("seats", 1)), "rule");
    ScheduleTerms cabins =
        ScheduleTerms.OPEN.allotment(new RelativeAllotment("cabins", "web", 2, Duration.ZERO));
    assertBad(daily().terms(cabins), "pool");
    assertThat(operations.schedules().of(operations.product().id())).isEmpty();
    ScheduleId unknown = new ScheduleId(UUID.randomUUID());
    Horizon horizon = Horizon.until(Operations.FIRST);
    assertThatThrownBy(() -> operations.schedules().generate(unknown, horizon))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining(unknown.toString());
    assertThatThrownBy(() -> operations.schedules().preview(daily(), LocalDate.parse("2050-01-01")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("until");
  }

  private void assertBad(Schedule schedule, String field) {
    assertThatThrownBy(() -> operations.schedules().save(schedule))
        .isInstanceOfSatisfying(
            InvalidRequestException.class, e -> assertThat(e.field()).isEqualTo(field));
  }
}
