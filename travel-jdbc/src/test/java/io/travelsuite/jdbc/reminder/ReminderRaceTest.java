package io.travelsuite.jdbc.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcReminders;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReminderRaceTest extends ReminderSuite {

  private static final int GENERATORS = 4;
  private static final int RUNS = 12;
  private static final int BOOKINGS = 8;

  private void bookMany() {
    for (int i = 0; i < RUNS; i++) {
      OccurrenceId departure = departure("2027-03-01T09:%02d".formatted(i));
      for (int j = 0; j < BOOKINGS; j++) {
        book(departure);
      }
    }
    at("2027-02-28T20:00:00Z");
  }

  private List<Reminders> generators() {
    List<Reminders> all = new ArrayList<>();
    for (int i = 0; i < GENERATORS; i++) {
      JdbcTravel other = JdbcTravel.builder(fixture.schema().dataSource(2)).clock(clock).build();
      all.add(JdbcReminders.of(other, ReminderSettings.of(DAY)));
    }
    return all;
  }

  private void assertEachOnce() {
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_event WHERE type LIKE 'rem%'"))
        .isEqualTo(RUNS * BOOKINGS);
    assertThat(
            fixture
                .rows()
                .number(
                    "SELECT COUNT(DISTINCT aggregate_id) FROM travel_event WHERE type LIKE 'rem%'"))
        .isEqualTo(RUNS * BOOKINGS);
  }

  @Test
  void of_four_generators_each_reminder_comes_from_one() {
    bookMany();
    List<Reminders> all = generators();

    List<Integer> generated =
        Race.run(
            GENERATORS,
            number -> {
              int mine = 0;
              for (int i = 0; i < 30; i++) {
                mine += all.get(number).generate(3).generated();
              }
              return mine;
            });

    int rest = all.get(0).generate(1_000).generated();
    assertThat(generated.stream().mapToInt(Integer::intValue).sum() + rest)
        .isEqualTo(RUNS * BOOKINGS);
    assertEachOnce();
  }

  @Test
  void control_who_looks_and_then_writes_reminds_several_times() {
    UUID booking = book(departure("2027-03-01T09:00")).id().value();
    CyclicBarrier allHaveLooked = new CyclicBarrier(GENERATORS);

    Race.run(
        GENERATORS,
        number -> {
          long before =
              fixture
                  .rows()
                  .number("SELECT COUNT(*) FROM travel_event WHERE type = 'reminder.departure'");
          allHaveLooked.await(20, TimeUnit.SECONDS);
          return before > 0
              ? 0
              : fixture
                  .rows()
                  .update(
                      "INSERT INTO travel_event VALUES (?, ?, ?, 1, 'reminder.departure', '{}',"
                          + " UTC_TIMESTAMP(6))",
                      UUID.randomUUID(),
                      UUID.randomUUID(),
                      booking);
        });

    assertThat(payloads("reminder.departure")).hasSizeGreaterThan(1);
  }

  @Test
  void a_generator_that_forgets_what_it_did_is_told_again_by_what_it_wrote() {
    bookMany();
    Reminders reminders = generators().get(0);
    reminders.generate(1_000);

    // as if it had ended before it marked a run
    fixture.rows().update("DELETE FROM travel_reminder_run");

    assertThat(reminders.generate(1_000).generated()).isZero();
    assertEachOnce();
  }

  @Test
  void control_without_what_it_wrote_all_of_them_come_again() {
    bookMany();
    Reminders reminders = generators().get(0);
    reminders.generate(1_000);
    fixture.rows().update("DELETE FROM travel_reminder_run");
    fixture.rows().update("DELETE FROM travel_reminder");
    fixture.rows().update("DELETE FROM travel_event");
    fixture.rows().update("DELETE FROM travel_audit");

    assertThat(reminders.generate(1_000).generated()).isEqualTo(RUNS * BOOKINGS);
  }

  @Test
  void a_transaction_that_fails_leaves_neither_event_nor_mark_and_is_made_up_for() {
    bookMany();
    Reminders reminders = generators().get(0);
    fixture.rows().update("RENAME TABLE travel_audit TO travel_audit_away");
    try {
      assertThat(Race.finishes(1, number -> reminders.generate(1_000)).get(0).failed()).isPresent();
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_reminder")).isZero();
      assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_reminder_run")).isZero();
    } finally {
      fixture.rows().update("RENAME TABLE travel_audit_away TO travel_audit");
    }

    assertThat(reminders.generate(1_000).generated()).isEqualTo(RUNS * BOOKINGS);
    assertEachOnce();
  }
}
