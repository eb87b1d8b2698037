package io.travelsuite.jdbc.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcReminders;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.notify.reminder.ReminderSettings;
import io.travelsuite.notify.reminder.Reminders;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What a call reads is what is about to depart, not what ever did. */
class ReminderCostTest extends ReminderSuite {

  private static final String DIGITS =
      "(SELECT 0 AS d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
          + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8"
          + " UNION ALL SELECT 9)";

  /** 0 to 9,999. */
  private static final String NUMBERS =
      "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n FROM %1$s a, %1$s b, %1$s c, %1$s e)"
          .formatted(DIGITS);

  /** A departure every 52 minutes for a year. */
  private void addPastDepartures(OccurrenceId like) {
    fixture
        .rows()
        .update(
            """
            INSERT INTO travel_occurrence
              (id, operator_id, product_id, label, local_start, zone, starts_at, layout, terms,
               state, revision)
            SELECT LEFT(UNHEX(SHA2(CONCAT('run', n), 256)), 16), operator_id, product_id, label,
              local_start - INTERVAL (5 * 24 * 60 + 52 * n) MINUTE, zone,
              starts_at - INTERVAL (5 * 24 * 60 + 52 * n) MINUTE, layout, terms, state, revision
            FROM travel_occurrence o JOIN %s numbers WHERE o.id = ?
            """
                .formatted(NUMBERS),
            like.value());
  }

  /** One booking on each of them. */
  private void addPastBookings() {
    fixture
        .rows()
        .update(
            """
            INSERT INTO travel_line
              (booking_id, row_no, line_no, occurrence_id, from_leg, to_leg, pool, per_unit,
               unit_states)
            SELECT LEFT(UNHEX(SHA2(CONCAT('booking', n), 256)), 16), 0, 1,
              LEFT(UNHEX(SHA2(CONCAT('run', n), 256)), 16), 0, 1,
              'seats', 1, 'A' FROM %s numbers
            """
                .formatted(NUMBERS));
  }

  private long reads(DataSource one) throws SQLException {
    try (Connection connection = one.getConnection()) {
      return Rows.texts(
              connection,
              "SELECT variable_value FROM %s.session_status WHERE variable_name LIKE 'Handler_read%%'"
                  .formatted(
                      fixture.database().isMariaDb() ? "information_schema" : "performance_schema"))
          .stream()
          .mapToLong(Long::parseLong)
          .sum();
    }
  }

  private long cost(DataSource one, Reminders reminders) throws SQLException {
    long idle = reads(one);
    idle = reads(one) - idle;
    long before = reads(one);
    assertThat(reminders.generate(100).generated()).isZero();
    return reads(one) - before - idle;
  }

  @Test
  void a_year_of_history_costs_nothing() throws SQLException {
    OccurrenceId departure = departure("2027-03-01T09:00");
    book(departure);
    for (int i = 1; i < 20; i++) {
      departure("2027-03-01T09:%02d".formatted(i));
    }
    at("2027-02-28T20:00:00Z");
    DataSource one = fixture.schema().dataSource(1);
    JdbcTravel alone = JdbcTravel.builder(one).clock(clock).build();
    Reminders reminders = JdbcReminders.of(alone, ReminderSettings.of(DAY));
    assertThat(reminders.generate(100).generated()).isOne();
    long before = cost(one, reminders);

    addPastDepartures(departure);
    addPastBookings();

    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_occurrence")).isEqualTo(10_020);
    assertThat(cost(one, reminders)).isEqualTo(before).isLessThan(150);
    assertThat(reads(one)).isPositive();
    controlAScanGrows(one);
  }

  private void controlAScanGrows(DataSource one) throws SQLException {
    long before = reads(one);
    try (Connection connection = one.getConnection()) {
      Rows.number(
          connection,
          "SELECT COUNT(*) FROM travel_occurrence WHERE DATE(local_start) = '2027-03-01'");
    }
    assertThat(reads(one) - before).isGreaterThan(10_000);
  }
}
