package io.travelsuite.jdbc.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Travel;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.integrity.Drift;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Verifying and repairing beside who sells. */
class LiveTrafficTest {

  private static final String TAKEN = "SELECT taken FROM travel_counter WHERE occurrence_id = ?";
  private static final String BOOKED =
      "SELECT COALESCE(SUM(LENGTH(unit_states)), 0) FROM travel_line WHERE occurrence_id = ?";

  private static Fixture fixture;
  private static List<JdbcTravel> instances;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    instances = List.of(fixture.newTravel(8), fixture.newDirectTravel(8));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static boolean trade(Travel travel, List<OccurrenceId> departures) {
    for (int i = 0; i < 8; i++) {
      Line[] lines = departures.stream().map(one -> Line.of(one, 2)).toArray(Line[]::new);
      if (travel.bookings().hold(HoldRequest.of(lines)) instanceof Held held) {
        if (i % 2 == 0) {
          travel.bookings().confirm(held.booking().id(), "paid").orElseThrow();
          travel.bookings().cancel(held.booking().id()).orElseThrow();
        } else {
          travel.bookings().release(held.booking().id()).orElseThrow();
        }
      }
    }
    return true;
  }

  @Test
  void traffic_is_never_taken_for_drift() {
    List<OccurrenceId> departures = fixture.openMany(2, 20);

    List<List<Drift>> found =
        Race.run(
            12,
            number -> {
              if (number > 1) {
                trade(instances.get(number % 2), departures);
                return List.of();
              }
              List<Drift> drift = new ArrayList<>();
              for (int i = 0; i < 20; i++) {
                drift.addAll(instances.get(number).integrity().verify(departures.get(i % 2)));
              }
              return drift;
            });

    assertThat(found).allSatisfy(drift -> assertThat(drift).isEmpty());
  }

  @Test
  void drift_is_mended_under_traffic_without_making_more() {
    List<OccurrenceId> departures = fixture.openMany(1, 20);
    String plant = "UPDATE travel_counter SET taken = taken + 5 WHERE occurrence_id = ?";
    fixture.rows().update(plant, departures.get(0).value());

    Race.run(
        12,
        number -> {
          Travel travel = instances.get(number % 2);
          if (number > 1) {
            return trade(travel, departures);
          }
          for (int i = 0; i < 20; i++) {
            travel.integrity().repair(travel.integrity().verify(departures.get(0)));
          }
          return true;
        });
    Travel travel = fixture.travel();
    travel.integrity().repair(travel.integrity().verify(departures.get(0)));

    assertThat(fixture.taken(departures.get(0))).isZero();
    fixture.assertNoDrift(departures.get(0));
  }

  /** The two queries of a verification with a hold in between: only a snapshot makes them agree. */
  @ParameterizedTest
  @CsvSource({"REPEATABLE READ, true", "READ COMMITTED, false"})
  void control_counter_and_bookings_agree_in_a_snapshot_only(String isolation, boolean agree)
      throws SQLException {
    OccurrenceId departure = fixture.open(5);
    try (Connection connection = fixture.connect()) {
      connection.createStatement().execute("SET SESSION TRANSACTION ISOLATION LEVEL " + isolation);
      connection.setAutoCommit(false);

      long taken = Rows.number(connection, TAKEN, departure.value());
      fixture.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
      long booked = Rows.number(connection, BOOKED, departure.value());

      assertThat(taken == booked).isEqualTo(agree);
    }
  }
}
