package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.schedule.DeniedUnit;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two seats from A over B and C to D, of which five may be sold. */
class DeniedBoardingTest {

  private Operations operations;
  private OccurrenceId departure;

  @BeforeEach
  void open() {
    operations = Operations.create();
    departure =
        operations
            .inventory()
            .open(
                OccurrenceRequest.of(
                        operations.product().id(), LocalDateTime.parse("2027-03-01T09:00"))
                    .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120), Stop.of("D", 180))
                    .pool(new Pool("seats", new Capacity(2, 5), null))
                    .pool(new Pool("bikes", new Capacity(1, 3), null)))
            .orElseThrow()
            .id();
  }

  @AfterEach
  void close() {
    operations.close();
  }

  private Booking book(int units, String from, String to) {
    return book(Line.of(departure, units).taking("seats", 1).between(from, to));
  }

  private Booking book(Line line) {
    operations.clock().advance(Duration.ofSeconds(1));
    return operations.book(HoldRequest.of(line));
  }

  private List<DeniedUnit> denied() {
    return operations.schedules().overbooked(departure);
  }

  @Test
  void nobody_is_denied_while_all_find_room() {
    book(2, "A", "B");
    book(2, "B", "D");

    assertThat(denied()).isEmpty();
  }

  @Test
  void those_booked_last_are_denied_and_come_first() {
    book(1, "A", "D");
    Booking couple = book(2, "A", "D");
    Booking last = book(1, "A", "D");

    assertThat(denied())
        .extracting(DeniedUnit::booking, DeniedUnit::place, DeniedUnit::pool, DeniedUnit::leg)
        .containsExactly(tuple(last.id(), 0, "seats", 0), tuple(couple.id(), 1, "seats", 0));
    assertThat(denied().get(0).reference()).isEqualTo(last.reference());
    assertThat(denied().get(0).createdAt()).isEqualTo(last.createdAt());
  }

  @Test
  void one_who_travels_where_there_is_room_is_not_denied_for_those_before_him() {
    book(2, "A", "B");
    Booking over = book(1, "A", "D");
    Booking later = book(2, "B", "D");

    assertThat(denied())
        .extracting(DeniedUnit::booking, DeniedUnit::leg)
        .containsExactly(tuple(over.id(), 0));
    assertThat(denied()).extracting(DeniedUnit::booking).doesNotContain(later.id());
  }

  @Test
  void each_pool_counts_for_itself() {
    Line withBike = Line.of(departure, 1).taking("seats", 1).taking("bikes", 1);
    book(withBike.between("A", "B"));
    Booking second = book(withBike.between("A", "C"));

    assertThat(denied())
        .extracting(DeniedUnit::booking, DeniedUnit::pool)
        .containsExactly(tuple(second.id(), "bikes"));
  }

  @Test
  void those_aboard_have_their_room_and_holds_cancelled_units_and_no_shows_have_none() {
    Booking first = book(2, "A", "D");
    Booking aboard = book(1, "A", "D");
    operations.bookings().redeem(aboard.id(), UnitSelection.of(0, 0)).orElseThrow();
    operations.bookings().hold(HoldRequest.of(Line.of(departure, 1).taking("seats", 1)));

    assertThat(denied())
        .extracting(DeniedUnit::booking, DeniedUnit::place)
        .containsExactly(tuple(first.id(), 1));

    operations.bookings().cancel(first.id(), UnitSelection.of(0, 0)).orElseThrow();
    assertThat(denied()).isEmpty();
    Booking another = book(1, "A", "D");
    assertThat(denied()).extracting(DeniedUnit::booking).containsExactly(another.id());
    operations.bookings().noShow(another.id()).orElseThrow();
    assertThat(denied()).isEmpty();
  }
}
