package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;
import org.junit.jupiter.api.Test;

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
  void all_runners_of_a_race_run() {
    assertThat(Race.run(8, number -> number * number))
        .isEqualTo(List.of(0, 1, 4, 9, 16, 25, 36, 49));
  }
}
