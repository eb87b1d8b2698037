package io.travelsuite.jdbc.race;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two instances of the library on separate pools, one that combines and one that does not, and 64
 * threads. Neither tries again after a deadlock, so that one which the order of locks let happen
 * would be an answer and not hidden.
 */
class LastUnitsRaceTest {

  private static Fixture fixture;
  private static List<LibrarySeller> library;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    library =
        List.of(
            new LibrarySeller(impatient().build()),
            new LibrarySeller(impatient().withoutCombining().build()));
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static JdbcTravel.Builder impatient() {
    return JdbcTravel.builder(fixture.schema().dataSource(16)).retryFor(Duration.ZERO);
  }

  @Test
  void every_unit_of_an_occurrence_is_sold_and_not_one_more() {
    OccurrenceId departure = fixture.open(150);

    Sales sales = Sales.race(List.of(List.of(departure)), library);

    assertThat(sales.failures()).isEmpty();
    assertThat(sales.sold().get(departure)).isEqualTo(150);
    assertThat(fixture.taken(departure)).isEqualTo(150);
    fixture.assertNoDrift();
  }

  @Test
  void control_a_seller_that_reads_without_a_lock_oversells() {
    OccurrenceId departure = fixture.open(20);
    fixture.rows().update(UnlockedSeller.TABLE);
    CountDownLatch allHaveRead = new CountDownLatch(Sales.THREADS);
    UnlockedSeller control = new UnlockedSeller(fixture.rows(), 20, allHaveRead);

    Sales.race(List.of(List.of(departure)), List.of(control));

    assertThat(control.sold(departure)).isGreaterThan(20);
  }

  @Test
  void several_occurrences_in_opposite_orders_meet_no_deadlock_and_are_all_or_nothing() {
    List<OccurrenceId> nights = fixture.openMany(7, 60);
    List<OccurrenceId> backwards = new ArrayList<>(nights);
    Collections.reverse(backwards);
    List<OccurrenceId> few = List.of(nights.get(5), nights.get(1));

    Sales sales = Sales.race(List.of(nights, backwards, few), library);

    assertThat(sales.failures()).isEmpty();
    for (OccurrenceId night : nights) {
      assertThat(fixture.taken(night)).isLessThanOrEqualTo(60).isEqualTo(sales.sold().get(night));
    }
    assertThat(nights).anySatisfy(night -> assertThat(fixture.taken(night)).isEqualTo(60));
    fixture.assertNoDrift();
  }

  @Test
  void control_a_seller_that_locks_in_the_order_of_the_request_meets_deadlocks() {
    List<OccurrenceId> there = fixture.openMany(2, 60);
    List<OccurrenceId> back = List.of(there.get(1), there.get(0));
    CountDownLatch twoHaveOne = new CountDownLatch(2);
    List<RequestOrderSeller> controls =
        List.of(
            new RequestOrderSeller(fixture.schema().dataSource(16), twoHaveOne),
            new RequestOrderSeller(fixture.schema().dataSource(16), twoHaveOne));

    Sales sales = Sales.race(List.of(there, back), controls);

    assertThat(sales.failures())
        .anySatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getErrorCode()).isEqualTo(1213)));
  }

  @Test
  void overlapping_sections_of_a_coach_fill_every_leg_exactly() {
    OccurrenceId coach =
        fixture.open(
            fixture
                .request()
                .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20), Stop.of("D", 30))
                .pool(Fixture.POOL, 30));
    List<Line> sections =
        List.of(
            Line.of(coach, 1).between("A", "C"),
            Line.of(coach, 2).between("B", "D"),
            Line.of(coach, 1));

    List<Integer> held = Race.run(Sales.THREADS, n -> holdUntilRefused(n, sections.get(n % 3)));

    int[] units = new int[3];
    IntStream.range(0, Sales.THREADS).forEach(n -> units[n % 3] += held.get(n));
    assertThat(takenByLeg(coach))
        .containsExactly(
            units[0] + units[2], units[0] + 2 * units[1] + units[2], 2 * units[1] + units[2])
        .allSatisfy(taken -> assertThat(taken).isLessThanOrEqualTo(30));
    assertThat(takenByLeg(coach).get(1)).isGreaterThanOrEqualTo(29);
    fixture.assertNoDrift();
  }

  @Test
  void hundreds_of_counters_a_request_meet_no_deadlock() {
    Stop[] stops = IntStream.range(0, 321).mapToObj(i -> Stop.of("S" + i, i)).toArray(Stop[]::new);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      OccurrenceId run = fixture.open(fixture.request().stops(stops).pool(Fixture.POOL, 6));
      lines.add(Line.of(run, 1).over(new LegRange(0, 50)));
      lines.add(Line.of(run, 1).over(new LegRange(20, 320)));
    }
    List<Line> backwards = new ArrayList<>(lines);
    Collections.reverse(backwards);

    List<Integer> held =
        Race.run(
            8, n -> holdUntilRefused(n, (n % 2 == 0 ? lines : backwards).toArray(Line[]::new)));

    assertThat(held.stream().mapToInt(Integer::intValue).sum()).isEqualTo(3);
    fixture.assertNoDrift();
  }

  @Test
  void a_labelled_seat_is_sold_once() {
    String[] labels = IntStream.range(0, 12).mapToObj(i -> "seat" + i).toArray(String[]::new);
    OccurrenceId departure = fixture.openWithSeats(labels);

    List<Integer> held =
        Race.run(
            Sales.THREADS,
            n -> holdUntilRefused(n, Line.of(departure, 1).seats(labels[n % labels.length])));

    assertThat(held.stream().mapToInt(Integer::intValue).sum()).isEqualTo(labels.length);
    fixture.assertNoDrift();
  }

  /** How often it could be held. */
  private static int holdUntilRefused(int number, Line... lines) {
    var bookings = library.get(number % 2).travel().bookings();
    int times = 0;
    while (bookings.hold(HoldRequest.of(lines)) instanceof Held) {
      times++;
    }
    return times;
  }

  private static List<Integer> takenByLeg(OccurrenceId occurrence) {
    return fixture.travel().inventory().availability(occurrence).orElseThrow().legs().stream()
        .map(LegAvailability::taken)
        .toList();
  }
}
