package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.RetimeResult;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.search.Departure;
import io.travelsuite.search.SearchRequest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduledSearchTest {

  private static List<Departure> found(Fixture fixture, LocalDate day) {
    SearchRequest request = SearchRequest.between(fixture.operator().id(), "A", "C", day);
    return fixture.travel().search().find(request).departures();
  }

  @Test
  void what_a_schedule_made_is_found_by_its_stops_for_years_and_where_it_was_moved_to() {
    LocalDate first = LocalDate.parse("2027-01-01");
    try (Fixture fixture = Fixture.create()) {
      JdbcTravel travel = fixture.travel();
      Recurrence daily = Recurrence.of("FREQ=DAILY", first, LocalTime.of(9, 0));
      Schedule schedule =
          Schedule.of(fixture.product().id(), "daily", daily)
              .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120))
              .pool(Pool.of(Fixture.POOL, 5));
      travel.schedules().apply(schedule, Horizon.until(first.plusDays(800)));

      for (int day = 0; day <= 800; day += 100) {
        assertThat(found(fixture, first.plusDays(day))).hasSize(1);
      }
      Departure last = found(fixture, first.plusDays(800)).get(0);
      LocalDate later = first.plusDays(2_000);
      assertThat(travel.schedules().retime(last.occurrence(), later.atTime(9, 0)))
          .isInstanceOf(RetimeResult.Retimed.class);
      assertThat(found(fixture, later)).hasSize(1);
      assertThat(found(fixture, first.plusDays(800))).isEmpty();
    }
  }
}
