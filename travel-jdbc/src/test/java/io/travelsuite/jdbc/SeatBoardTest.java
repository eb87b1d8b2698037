package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeatBoardTest {

  private static final LegRange ALL = new LegRange(0, 3);

  private SeatBoard board;

  @BeforeEach
  void boardOfThreeSeatsAndThreeLegs() {
    board = SeatBoard.of(SeatGeometry.of(SeatMap.ofLabels(List.of("A", "B", "C"))), 3);
  }

  @Test
  void every_seat_is_free_at_first() {
    assertThat(free(ALL)).containsExactly("A", "B", "C");
  }

  @Test
  void a_seat_taken_on_one_leg_is_free_on_the_others() {
    board.take("B", new LegRange(1, 2));

    assertThat(free(ALL)).containsExactly("A", "C");
    assertThat(free(new LegRange(1, 2))).containsExactly("A", "C");
    assertThat(free(new LegRange(0, 1))).containsExactly("A", "B", "C");
    assertThat(free(new LegRange(2, 3))).containsExactly("A", "B", "C");
  }

  @Test
  void a_seat_given_back_is_free_again_on_these_legs_only() {
    board.take("A", ALL);
    board.give("A", new LegRange(0, 2));

    assertThat(free(new LegRange(0, 2))).containsExactly("A", "B", "C");
    assertThat(free(ALL)).containsExactly("B", "C");
  }

  @Test
  void a_blocked_seat_is_never_free_even_when_it_is_given_back() {
    board.taking(List.of(new SeatBoard.Claim(0, "C"))).blocking(Set.of("C"));
    board.give("C", new LegRange(0, 1));

    assertThat(free(ALL)).containsExactly("A", "B");
  }

  @Test
  void labels_of_other_pools_are_passed_over() {
    board.taking(List.of(new SeatBoard.Claim(0, "cabin 7"))).blocking(Set.of("cabin 8"));
    board.give("cabin 7", new LegRange(0, 1));

    assertThat(free(ALL)).containsExactly("A", "B", "C");
  }

  @Test
  void a_seat_is_not_taken_twice_and_nothing_is_taken_in_part() {
    board.take("A", new LegRange(1, 2));

    assertThatThrownBy(() -> board.take("A", ALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("seat A is taken already on leg 1");
    assertThat(free(new LegRange(0, 1))).contains("A");
  }

  @Test
  void a_free_seat_is_not_given_back() {
    assertThatThrownBy(() -> board.give("A", ALL))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("seat A is not taken on leg 0");
  }

  @Test
  void there_are_no_legs_beyond_the_last() {
    LegRange beyond = new LegRange(2, 4);

    assertThatThrownBy(() -> board.free(beyond)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> board.take("A", beyond)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void what_is_asked_for_is_a_copy() {
    board.free(ALL).clear();
    board.geometry().seats().clear();

    assertThat(free(ALL)).containsExactly("A", "B", "C");
  }

  @Test
  void neighbours_have_consecutive_indexes_and_others_do_not() {
    List<Seat> seats =
        List.of(
            Seat.of("B1", "B", 1),
            Seat.of("A2", "A", 2),
            Seat.of("A1", "A", 1),
            Seat.of("A4", "A", 4),
            Seat.of("z-A3", "A", 3).zone("z"),
            Seat.of("B2", "B", 2));
    SeatGeometry geometry = SeatGeometry.of(new SeatMap(seats));

    for (Seat one : seats) {
      for (Seat other : seats) {
        int apart = Math.abs(geometry.index(one.label()) - geometry.index(other.label()));
        assertThat(apart == 1).as(one + " " + other).isEqualTo(one.isNeighbourOf(other));
      }
    }
  }

  private List<String> free(LegRange legs) {
    return board.free(legs).stream().mapToObj(board.geometry()::label).toList();
  }
}
