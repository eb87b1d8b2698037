package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.Pool;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.schedule.ScheduleId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenerationRaceTest extends GeneratorSuite {

  /** The starts that more than one occurrence has. */
  private List<LocalDateTime> openedTwice() {
    List<LocalDateTime> twice = new ArrayList<>(operations.starts());
    operations.starts().stream().distinct().forEach(twice::remove);
    return twice;
  }

  @Test
  void generators_at_once_open_each_occurrence_once_with_all_its_counters() {
    ScheduleId id = operations.schedules().save(daily()).id();

    List<Integer> opened =
        Race.run(
            4,
            number -> operations.newTravel().schedules().generate(id, days(250)).opened().size());

    assertThat(opened.stream().mapToInt(Integer::intValue).sum()).isEqualTo(250);
    assertThat(openedTwice()).isEmpty();
    assertThat(operations.starts()).hasSize(250);
    assertThat(operations.events("occurrence.opened")).isEqualTo(250);
    assertThat(operations.fixture().rows().number("SELECT COUNT(*) FROM travel_counter"))
        .isEqualTo(500);
    operations.assertNoDrift();
  }

  @Test
  void a_generator_and_one_who_opens_by_hand_open_each_start_once() {
    ScheduleId id = operations.schedules().save(daily()).id();

    List<Integer> opened =
        Race.run(
            2,
            number -> {
              JdbcTravel travel = operations.newTravel();
              if (number == 0) {
                return travel.schedules().generate(id, days(120)).opened().size();
              }
              int own = 0;
              for (int day = 119; day >= 0; day--) {
                OccurrenceRequest request =
                    OccurrenceRequest.of(operations.product().id(), NINE.plusDays(day))
                        .pool("seats", 1);
                own += travel.inventory().open(request) instanceof OpenResult.Opened ? 1 : 0;
              }
              return own;
            });

    assertThat(opened.get(0) + opened.get(1)).isEqualTo(120);
    assertThat(openedTwice()).isEmpty();
    operations.assertNoDrift();
  }

  /** Two who look for what is missing before either inserts. */
  @Test
  void control_those_who_look_first_and_then_insert_open_twice_once_the_keys_are_gone() {
    ScheduleId id = operations.schedules().save(daily()).id();
    operations.schedules().generate(id, days(1));
    Rows rows = operations.fixture().rows();
    rows.update("ALTER TABLE travel_occurrence DROP KEY travel_occurrence_run");
    rows.update("ALTER TABLE travel_occurrence DROP KEY travel_occurrence_slot");
    String missing =
        "SELECT COUNT(*) FROM travel_occurrence WHERE local_start = '2027-03-02 09:00'";
    List<Long> seen = List.of(rows.number(missing), rows.number(missing));

    for (long there : seen) {
      if (there == 0) {
        rows.update(
            """
            INSERT INTO travel_occurrence
            SELECT RANDOM_BYTES(16), operator_id, product_id, label, '2027-03-02 09:00', zone,
              starts_at, layout, terms, state, revision, schedule_id, '2027-03-02 09:00',
              schedule_version
            FROM travel_occurrence WHERE local_start = '2027-03-01 09:00'
            """);
      }
    }

    assertThat(openedTwice()).containsExactly(NINE.plusDays(1));
  }

  @Test
  void a_schedule_that_changes_under_a_generator_is_what_comes_of_it() {
    ScheduleId id = operations.schedules().save(at(9)).id();

    Race.run(
        2,
        number -> {
          JdbcTravel travel = operations.newTravel();
          return number == 0
              ? travel.schedules().generate(id, days(300))
              : travel.schedules().apply(at(10), days(300));
        });

    assertThat(operations.starts())
        .hasSize(300)
        .allMatch(start -> start.toLocalTime().equals(LocalTime.of(10, 0)));
    assertThat(operations.schedules().generate(id, days(300)).isEmpty()).isTrue();
    operations.assertNoDrift();
  }

  private static HoldRequest request(OccurrenceId departure) {
    return HoldRequest.of(Line.of(departure, 1).taking("seats", 1).between("A", "B"));
  }

  @Test
  void inside_a_hosts_transaction_occurrences_come_and_go_with_the_hosts() throws SQLException {
    try (Connection host = operations.fixture().dataSource().getConnection()) {
      host.setAutoCommit(false);
      operations.travel().joining(host).schedules().apply(at(9), days(150));
      host.rollback();
      assertThat(operations.starts()).isEmpty();
      var joined = operations.travel().joining(host);
      assertThat(joined.schedules().apply(at(9), days(150)).opened()).hasSize(150);
      OccurrenceId once =
          joined
              .inventory()
              .availability(operations.product().id(), Operations.FIRST, Operations.FIRST)
              .get(0)
              .occurrence();
      Booking booking = joined.bookings().hold(request(once)).orElseThrow();
      assertThat(joined.schedules().apply(at(10), days(150)).changed()).hasSize(149);
      joined.bookings().release(booking.id());
      assertThat(joined.schedules().apply(at(10).pool(Pool.of("bikes", 1)), days(150)).changed())
          .hasSize(150);
      host.commit();
    }
    assertThat(operations.starts().stream().filter(s -> s.toLocalTime().getHour() == 10))
        .hasSizeGreaterThanOrEqualTo(150);
    operations.assertNoDrift();
  }
}
