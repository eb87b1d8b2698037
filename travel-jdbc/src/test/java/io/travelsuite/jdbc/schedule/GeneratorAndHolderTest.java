package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.LockWaits;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleChanges.LeftAlone;
import io.travelsuite.schedule.ScheduleChanges.Reason;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class GeneratorAndHolderTest extends GeneratorSuite {

  /** A host's hold that is not committed when the generator looks, and is when it gets the lock. */
  private ScheduleChanges applyWhileHolding(Schedule schedule, OccurrenceId departure)
      throws SQLException {
    LockWaits waits = operations.fixture().lockWaits();
    waits.awaitNone();
    try (Connection host = operations.fixture().connect()) {
      host.setAutoCommit(false);
      operations.travel().joining(host).bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
      JdbcTravel elsewhere = operations.newTravel();
      CompletableFuture<ScheduleChanges> changes =
          CompletableFuture.supplyAsync(
              () -> elsewhere.schedules().apply(schedule, days(3)), threads);
      waits.await(1);
      host.commit();
      return changes.join();
    }
  }

  @Test
  void an_occurrence_that_gets_a_hold_while_the_generator_waits_for_it_is_not_retimed()
      throws SQLException {
    operations.schedules().apply(at(9), days(3));
    OccurrenceId departure = operations.at("2027-03-02T09:00");

    ScheduleChanges changes = applyWhileHolding(at(10), departure);

    assertThat(changes.changed()).hasSize(2);
    assertThat(changes.leftAlone())
        .containsExactly(new LeftAlone(departure, NINE.plusDays(1), Reason.BOOKED));
    assertThat(touched(Map.of(departure, NINE.plusDays(1)))).isEmpty();
    operations.assertNoDrift();
  }

  @Test
  void an_occurrence_that_gets_a_hold_while_the_generator_waits_for_it_is_not_withdrawn()
      throws SQLException {
    operations.schedules().apply(at(9), days(3));
    OccurrenceId departure = operations.at("2027-03-02T09:00");
    Schedule ended = at(9).recurrence(at(9).recurrence().except(LocalDate.parse("2027-03-02")));

    ScheduleChanges changes = applyWhileHolding(ended, departure);

    assertThat(changes.withdrawn()).isEmpty();
    assertThat(touched(Map.of(departure, NINE.plusDays(1)))).isEmpty();
    operations.assertNoDrift();
  }

  /** Looks whether anything is taken, and retimes when nothing was, without a lock. */
  @Test
  void control_one_who_looks_for_bookings_before_the_lock_retimes_under_a_hold()
      throws SQLException {
    operations.schedules().apply(at(9), days(3));
    OccurrenceId departure = operations.at("2027-03-02T09:00");
    Rows rows = operations.fixture().rows();
    try (Connection host = operations.fixture().connect()) {
      host.setAutoCommit(false);
      operations.travel().joining(host).bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
      long taken =
          rows.number(
              "SELECT SUM(taken) FROM travel_counter WHERE occurrence_id = ?", departure.value());
      host.commit();
      if (taken == 0) {
        rows.update(
            "UPDATE travel_occurrence SET local_start = '2027-03-02 10:00' WHERE id = ?",
            departure.value());
      }
    }

    assertThat(touched(Map.of(departure, NINE.plusDays(1)))).containsExactly(departure);
  }

  /** Those that do not start any more as they did when they got their hold, or are gone. */
  private List<OccurrenceId> touched(Map<OccurrenceId, LocalDateTime> heldAt) {
    return heldAt.entrySet().stream()
        .filter(
            held ->
                !operations
                    .inventory()
                    .find(held.getKey())
                    .map(occurrence -> occurrence.localStart().equals(held.getValue()))
                    .orElse(false))
        .map(Map.Entry::getKey)
        .toList();
  }

  @Test
  void while_a_schedule_is_changed_again_and_again_no_occurrence_with_a_hold_is_touched() {
    operations.schedules().apply(at(9), days(40));
    AtomicBoolean done = new AtomicBoolean();

    List<Map<OccurrenceId, LocalDateTime>> held =
        Race.run(
            4,
            number -> {
              JdbcTravel travel = operations.newTravel();
              try {
                return number == 0 ? change(travel) : hold(travel, number, done);
              } finally {
                done.compareAndSet(false, number == 0);
              }
            });

    Map<OccurrenceId, LocalDateTime> all = new HashMap<>();
    held.forEach(all::putAll);
    assertThat(all).isNotEmpty();
    assertThat(touched(all)).isEmpty();
    operations.assertNoDrift();
  }

  /** Retimes, lays out anew and withdraws in turn. */
  private Map<OccurrenceId, LocalDateTime> change(JdbcTravel travel) {
    for (int round = 0; round < 6; round++) {
      travel.schedules().apply(at(10), days(40));
      travel.schedules().apply(at(10).pool(Pool.of("bikes", 4)), days(40));
      travel
          .schedules()
          .apply(at(9).recurrence(daily().recurrence().last(Operations.FIRST)), days(40));
      travel.schedules().apply(at(9), days(40));
    }
    return Map.of();
  }

  /** Holds one unit now and then, and notes how the occurrence starts once it has the hold. */
  private Map<OccurrenceId, LocalDateTime> hold(JdbcTravel travel, int number, AtomicBoolean done) {
    Map<OccurrenceId, LocalDateTime> held = new HashMap<>();
    for (int day = number; day < 36 && !done.get(); day += 3) {
      LocalDate date = Operations.FIRST.plusDays(day);
      for (var departure : travel.inventory().availability(operations.product().id(), date, date)) {
        HoldResult result = travel.bookings().hold(request(departure.occurrence()));
        if (result instanceof Held) {
          Optional<LocalDateTime> start =
              travel.inventory().find(departure.occurrence()).map(o -> o.localStart());
          held.put(departure.occurrence(), start.orElseThrow());
        }
      }
    }
    return held;
  }

  private static HoldRequest request(OccurrenceId departure) {
    return HoldRequest.of(Line.of(departure, 1).taking("seats", 1).between("A", "B"));
  }
}
