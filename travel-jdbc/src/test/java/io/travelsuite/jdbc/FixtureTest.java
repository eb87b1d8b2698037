package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixtureTest {

  @Test
  void an_occurrence_of_the_fixture_can_be_held() {
    try (Fixture fixture = Fixture.create()) {
      OccurrenceId departure = fixture.open(3);

      fixture.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();

      assertThat(fixture.taken(departure)).isEqualTo(2);
      fixture.assertNoDrift();
    }
  }

  @Test
  void a_schema_that_was_given_back_is_empty() {
    List<String> first;
    List<String> second;
    try (Fixture fixture = Fixture.create()) {
      OccurrenceId departure = fixture.open(3);
      fixture.travel().bookings().hold(HoldRequest.of(departure, 2)).orElseThrow();
      first = state(fixture);
    }
    try (Fixture fixture = Fixture.create()) {
      second = state(fixture);
    }

    assertThat(second.get(0)).as("the schema").isEqualTo(first.get(0));
    assertThat(first.subList(1, 3)).containsExactly("1", "1");
    assertThat(second.subList(1, 3)).containsExactly("0", "0");
  }

  /** Its name, and how many departures and bookings there are. */
  private static List<String> state(Fixture fixture) {
    return fixture
        .rows()
        .texts(
            """
            SELECT DATABASE() UNION ALL SELECT COUNT(*) FROM travel_occurrence
            UNION ALL SELECT COUNT(*) FROM travel_booking
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ALTER TABLE travel_sms ADD COLUMN more INT",
        "DROP TABLE travel_sms",
        "CREATE TABLE more (id INT PRIMARY KEY)",
        "CREATE TRIGGER late BEFORE INSERT ON travel_sms FOR EACH ROW SET @more = 1"
      })
  void a_schema_whose_tables_a_test_changed_is_nobody_elses(String change) {
    String changed;
    try (Fixture fixture = Fixture.create()) {
      changed = fixture.schema().name();
      fixture.rows().update(change);
    }
    try (Fixture fixture = Fixture.create()) {
      assertThat(fixture.schema().name()).isNotEqualTo(changed);
      String still = "SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = ?";
      assertThat(fixture.rows().number(still, changed)).isZero();
    }
  }

  @Test
  void all_runners_of_a_race_run() {
    assertThat(Race.run(8, number -> number * number))
        .isEqualTo(List.of(0, 1, 4, 9, 16, 25, 36, 49));
  }
}
