package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances that combine and one that does not, on one database. */
class CombiningRaceTest {

  private static final int THREADS = 64;

  private static Fixture fixture;
  private static List<JdbcTravel> instances;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    instances =
        List.of(
            fixture.newTravel(6),
            fixture.newTravel(6),
            JdbcTravel.builder(fixture.schema().dataSource(8)).withoutCombining().build());
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  /** Holds until it is refused, and returns how many units it got. */
  private static int holdUntilRefused(JdbcTravel travel, HoldRequest request) {
    int units = 0;
    while (true) {
      HoldResult result = travel.bookings().hold(request);
      if (result instanceof Held held) {
        units += held.booking().lines().get(0).units().size();
      } else if (result instanceof SoldOut) {
        return units;
      }
    }
  }

  @Test
  void combining_or_not_they_sell_every_unit_and_not_one_more() {
    OccurrenceId departure = fixture.open(300);

    List<Integer> sold =
        Race.run(
            THREADS, n -> holdUntilRefused(instances.get(n % 3), HoldRequest.of(departure, 1)));

    assertThat(sold.stream().mapToInt(Integer::intValue).sum()).isEqualTo(300);
    assertThat(fixture.taken(departure)).isEqualTo(300);
    fixture.assertNoDrift();
  }

  @Test
  void requests_over_several_departures_are_all_or_nothing() {
    List<OccurrenceId> nights = fixture.openMany(5, 40);
    List<HoldRequest> wishes = new ArrayList<>();
    for (int first = 0; first < 3; first++) {
      List<OccurrenceId> some = nights.subList(first, first + 3);
      wishes.add(HoldRequest.of(some.stream().map(n -> Line.of(n, 1)).toList()));
    }

    List<Integer> sold =
        Race.run(THREADS, n -> holdUntilRefused(instances.get(n % 3), wishes.get(n % 3)));

    int[] byWish = new int[3];
    for (int n = 0; n < THREADS; n++) {
      byWish[n % 3] += sold.get(n);
    }
    assertThat(byWish[0] + byWish[1] + byWish[2]).isEqualTo(40);
    assertThat(fixture.taken(nights.get(2))).isEqualTo(40);
    assertThat(fixture.taken(nights.get(0))).isEqualTo(byWish[0]);
    assertThat(fixture.taken(nights.get(4))).isEqualTo(byWish[2]);
    fixture.assertNoDrift();
  }

  @Test
  void holds_that_expired_are_sold_again_by_a_batch() {
    TestClock clock = TestClock.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.schema().dataSource(6)).clock(clock).build();
    OccurrenceId departure = fixture.open(100);
    HoldRequest brief = HoldRequest.of(departure, 1).lifetime(Duration.ofMinutes(1));
    assertThat(
            Race.run(THREADS, n -> holdUntilRefused(travel, brief)).stream().mapToInt(i -> i).sum())
        .isEqualTo(100);

    clock.advance(Duration.ofMinutes(2));

    assertThat(
            Race.run(THREADS, n -> holdUntilRefused(travel, brief)).stream().mapToInt(i -> i).sum())
        .isEqualTo(100);
    assertThat(fixture.rows().number("SELECT COUNT(*) FROM travel_booking WHERE state = 'EXPIRED'"))
        .isEqualTo(100);
    fixture.assertNoDrift(departure);
  }
}
