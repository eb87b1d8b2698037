package io.travelsuite.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.replay.Outcome.Cancelled;
import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import io.travelsuite.examples.replay.Outcome.Skipped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Known answers, worked out by hand; one room in the resort, two in the city. */
class SimulationTest {

  private static final Capacities CAPACITIES = new Capacities(1, 2);
  private static final LocalDate JUNE_1 = LocalDate.of(2016, 6, 1);

  private final List<TraceRow> rows = new ArrayList<>();

  @Test
  void the_second_of_two_requests_for_the_last_room_is_refused() {
    book(Hotel.RESORT, 1, 0, 1);
    book(Hotel.RESORT, 1, 0, 1);

    assertThat(outcomes()).containsExactly(new Confirmed(), new Refused(List.of(JUNE_1)));
  }

  @Test
  void a_stay_is_booked_whole_or_not_at_all() {
    book(Hotel.RESORT, 1, 1, 1);
    book(Hotel.RESORT, 1, 0, 3);
    book(Hotel.RESORT, 1, 0, 1);

    assertThat(outcomes())
        .containsExactly(
            new Confirmed(), new Refused(List.of(JUNE_1.plusDays(1))), new Confirmed());
  }

  @Test
  void the_hotels_do_not_share_rooms() {
    book(Hotel.RESORT, 1, 0, 1);
    book(Hotel.CITY, 1, 0, 1);
    book(Hotel.CITY, 1, 0, 1);
    book(Hotel.CITY, 1, 0, 1);

    assertThat(outcomes())
        .containsExactly(
            new Confirmed(), new Confirmed(), new Confirmed(), new Refused(List.of(JUNE_1)));
  }

  @Test
  void a_cancelled_room_is_free_from_the_next_date_on() {
    book(Hotel.RESORT, 10, 0, 1);
    cancelled(5);
    book(Hotel.RESORT, 5, 0, 1);
    book(Hotel.RESORT, 4, 0, 1);

    assertThat(outcomes())
        .containsExactly(new Cancelled(), new Refused(List.of(JUNE_1)), new Confirmed());
  }

  @Test
  void bookings_come_in_order_of_date_not_of_the_file() {
    book(Hotel.RESORT, 1, 0, 1);
    book(Hotel.RESORT, 2, 0, 1);

    assertThat(outcomes()).containsExactly(new Refused(List.of(JUNE_1)), new Confirmed());
  }

  @Test
  void the_cancellation_of_a_refused_row_gives_nothing_back() {
    book(Hotel.RESORT, 9, 0, 1);
    book(Hotel.RESORT, 8, 0, 1);
    cancelled(7);
    book(Hotel.RESORT, 6, 0, 1);

    assertThat(outcomes())
        .containsExactly(
            new Confirmed(), new Refused(List.of(JUNE_1)), new Refused(List.of(JUNE_1)));
    assertThat(simulated().nights(Hotel.RESORT)).containsEntry(JUNE_1, new Night(1, 1, 2));
  }

  @Test
  void rows_without_nights_are_skipped() {
    book(Hotel.RESORT, 1, 0, 0);
    cancelled(0);

    assertThat(outcomes()).containsExactly(new Skipped());
    assertThat(trace().days()).isEmpty();
  }

  @Test
  void a_peak_is_the_most_at_any_moment_not_what_is_left() {
    book(Hotel.CITY, 9, 0, 2);
    cancelled(8);
    book(Hotel.CITY, 9, 1, 1);

    assertThat(simulated().nights(Hotel.CITY))
        .containsEntry(JUNE_1, new Night(0, 1, 0))
        .containsEntry(JUNE_1.plusDays(1), new Night(1, 2, 0));
    assertThat(simulated().mostTaken(Hotel.CITY)).isEqualTo(2);
    assertThat(simulated().nightsReaching(Hotel.CITY, 2)).isEqualTo(1);
  }

  @Test
  void a_difference_is_found_in_a_row_and_in_a_night() {
    book(Hotel.RESORT, 1, 0, 1);
    book(Hotel.RESORT, 1, 0, 1);

    Ledger larger = Simulation.of(trace(), new Capacities(2, 2));

    assertThat(Simulation.differences(simulated(), simulated())).isEmpty();
    assertThat(Simulation.differences(simulated(), larger))
        .containsExactly(
            "row 2: simulated Refused[full=[2016-06-01]], replayed Confirmed[]",
            "Resort Hotel 2016-06-01: simulated Night[taken=1, peak=1, refused=1],"
                + " replayed Night[taken=2, peak=2, refused=0]");
  }

  private void book(Hotel hotel, int daysAhead, int firstNight, int nights) {
    LocalDate arrival = JUNE_1.plusDays(firstNight);
    LocalDate bookedOn = JUNE_1.minusDays(daysAhead);
    rows.add(new TraceRow(rows.size() + 1, hotel, bookedOn, arrival, nights, null));
  }

  /** The row just booked is cancelled. */
  private void cancelled(int daysAhead) {
    TraceRow row = rows.remove(rows.size() - 1);
    LocalDate on = JUNE_1.minusDays(daysAhead);
    rows.add(
        new TraceRow(row.number(), row.hotel(), row.bookedOn(), row.arrival(), row.nights(), on));
  }

  private List<Outcome> outcomes() {
    Ledger ledger = simulated();
    return rows.stream().map(ledger::outcome).toList();
  }

  private Ledger simulated() {
    return Simulation.of(trace(), CAPACITIES);
  }

  private Trace trace() {
    return new Trace("by hand", rows);
  }
}
