package io.travelsuite.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.Drift.CounterDrift;
import io.travelsuite.inventory.OccurrenceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each check finds what it is there to find. */
class AuditTest {

  private static final LocalDate NIGHT = LocalDate.of(2016, 6, 1);
  private static final Capacities CAPACITIES = new Capacities(1, 1);

  private final TraceRow first = row(1);
  private final TraceRow second = row(2);
  private final Ledger ledger = new Ledger(new Trace("by hand", List.of(first, second)));
  private final Audit audit = new Audit(ledger);

  @Test
  void a_row_without_an_answer_is_found() {
    ledger.booked(first, new Confirmed());
    audit.expectEveryRowAnswered();

    assertThat(audit.problems()).containsExactly("City Hotel: 1 rows without an answer");
  }

  @Test
  void a_room_sold_twice_is_found_even_when_it_was_given_back() {
    ledger.booked(first, new Confirmed());
    ledger.booked(second, new Confirmed());
    ledger.cancelled(second);
    audit.expectNoNightAbove(CAPACITIES);

    assertThat(audit.problems())
        .containsExactly("City Hotel 2016-06-01: 2 rooms were taken at once");
  }

  @Test
  void a_night_that_the_database_has_otherwise_is_found() {
    ledger.booked(first, new Confirmed());
    audit.expectTaken(Hotel.CITY, new TreeMap<>(Map.of(NIGHT, 1)));
    assertThat(audit.problems()).isEmpty();

    audit.expectTaken(Hotel.CITY, new TreeMap<>(Map.of(NIGHT, 2)));
    assertThat(audit.problems())
        .containsExactly("City Hotel 2016-06-01: 2 rooms taken in the database, 1 sold");
  }

  @Test
  void a_night_that_the_database_has_not_is_found() {
    audit.expectTaken(Hotel.CITY, new TreeMap<>());

    assertThat(audit.problems()).hasSize(1);
  }

  @Test
  void drift_is_a_problem() {
    Drift drift = new CounterDrift(new OccurrenceId(new UUID(0, 1)), "rooms", 0, 2, 1);
    audit.expectNone(List.of(drift));

    assertThat(audit.problems()).singleElement().asString().contains("stored=2, booked=1");
  }

  @Test
  void a_difference_from_the_simulation_is_a_problem() {
    ledger.booked(first, new Confirmed());
    ledger.booked(second, new Confirmed());
    audit.expectEqual(Simulation.of(ledger.trace(), CAPACITIES));

    assertThat(audit.problems()).first().asString().startsWith("simulation: row 2: ");
  }

  private static TraceRow row(int number) {
    return new TraceRow(number, Hotel.CITY, NIGHT.minusDays(1), NIGHT, 1, null);
  }
}
