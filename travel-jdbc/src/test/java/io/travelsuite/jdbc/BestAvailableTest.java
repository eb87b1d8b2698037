package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BestAvailableTest {

  private static final LegRange WHOLE = new LegRange(0, 1);
  private static final SeatWish ANY = SeatWish.bestAvailable();

  @Test
  void a_party_gets_the_first_seats_of_the_map_side_by_side() {
    assertThat(pick(hall("A......"), ANY, 3)).containsExactly("A0", "A1", "A2");
  }

  @Test
  void the_order_of_the_map_says_what_is_best_not_the_place_in_the_row() {
    List<Seat> seats =
        IntStream.of(3, 2, 4, 1, 5, 0, 6).mapToObj(i -> Seat.of("A" + i, "A", i)).toList();
    SeatBoard board = SeatBoard.of(SeatGeometry.of(new SeatMap(seats)), 1);

    assertThat(pick(board, ANY, 3)).containsExactly("A2", "A3", "A4");
    assertThat(pick(board, ANY, 1)).containsExactly("A3");
  }

  @Test
  void a_party_does_not_sit_across_an_aisle_where_it_can_sit_together() {
    assertThat(pick(hall("A.. ..", "B...."), ANY, 3)).containsExactly("B0", "B1", "B2");
  }

  @Test
  void no_single_seat_is_left_over_where_that_can_be_avoided() {
    assertThat(pick(hall("A.x....", "B....."), ANY, 3)).containsExactly("B0", "B1", "B2");
    assertThat(pick(hall("A...x..", "B...."), ANY, 2)).containsExactly("A4", "A5");
    assertThat(pick(hall("A.....x"), ANY, 2)).containsExactly("A0", "A1");
    assertThat(pick(hall("A...x.x"), ANY, 2)).containsExactly("A0", "A1");
  }

  @Test
  void somebody_alone_takes_the_single_seat_and_opens_no_pair() {
    assertThat(pick(hall("A..x.x"), ANY, 1)).containsExactly("A3");
  }

  @Test
  void a_party_without_a_place_together_is_split_across_the_aisle_of_one_row() {
    assertThat(pick(hall("A..xx", "B.. ..", "C..xx"), ANY, 4))
        .containsExactly("B0", "B1", "B3", "B4");
  }

  @Test
  void it_stays_in_one_zone_where_one_row_will_not_do() {
    SeatBoard board = hall("A..x", "z/B..x", "z/C..x");

    assertThat(pick(board, ANY, 4)).containsExactly("zB0", "zB1", "zC0", "zC1");
  }

  @Test
  void it_is_split_over_zones_rather_than_refused() {
    assertThat(pick(hall("A.xx", "y/B.xx", "z/C.xx"), ANY, 3)).containsExactly("A0", "yB0", "zC0");
  }

  @Test
  void fewer_groups_come_before_sitting_close() {
    assertThat(pick(hall("A.x.x.x.", "y/B..x", "z/C..x"), ANY, 4))
        .containsExactly("yB0", "yB1", "zC0", "zC1");
  }

  @Test
  void nobody_is_left_alone_where_two_and_two_will_do() {
    assertThat(pick(hall("A...x...x"), ANY, 4)).containsExactly("A0", "A1", "A4", "A5");
    assertThat(pick(hall("A...x.x", "z/B..x"), ANY, 4)).hasSize(4).contains("zB0", "zB1");
  }

  @Test
  void the_narrowest_gap_between_the_groups_is_taken() {
    assertThat(pick(hall("A.xxx.", "B.x.xx"), ANY, 2)).containsExactly("B0", "B2");
  }

  @Test
  void one_that_must_sit_together_is_told_how_many_can() {
    SeatBoard board = hall("A..x...x");

    assertThat(choose(board, ANY.allTogether(), 4)).isEqualTo(new TooFewSeats(3));
    assertThat(pick(board, ANY.allTogether(), 3)).containsExactly("A3", "A4", "A5");
    assertThat(choose(board, ANY, 6)).isEqualTo(new TooFewSeats(5));
  }

  @Test
  void a_zone_and_tags_are_kept_to() {
    List<Seat> seats =
        List.of(
            Seat.of("1", "A", 1),
            Seat.of("2", "A", 2).tag("window"),
            Seat.of("3", "A", 1).zone("quiet"),
            Seat.of("4", "A", 2).zone("quiet").tag("table").tag("window"));
    SeatBoard board = SeatBoard.of(SeatGeometry.of(new SeatMap(seats)), 1);

    assertThat(pick(board, ANY.zone("quiet"), 1)).containsExactly("3");
    assertThat(pick(board, ANY.zone(""), 2)).containsExactly("1", "2");
    assertThat(pick(board, ANY.tag("window"), 2)).containsExactly("2", "4");
    assertThat(pick(board, ANY.tag("window").tag("table"), 1)).containsExactly("4");
    assertThat(choose(board, ANY.tag("window").zone("loud"), 1)).isEqualTo(new TooFewSeats(0));
    assertThat(choose(board, ANY.tag("bed"), 1)).isEqualTo(new TooFewSeats(0));
  }

  @Test
  void accessible_seats_are_kept_for_those_who_ask_while_anything_else_is_left() {
    List<Seat> seats = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      seats.add(Seat.of("A" + i, "A", i).tag(Seat.ACCESSIBLE));
      seats.add(Seat.of("B" + i, "B", 2 * i));
    }
    SeatBoard board = SeatBoard.of(SeatGeometry.of(new SeatMap(seats)), 1);

    assertThat(pick(board, ANY, 2)).containsExactly("B1", "B2");
    assertThat(pick(board, ANY.tag(Seat.ACCESSIBLE), 2)).containsExactly("A1", "A2");
    assertThat(pick(board, ANY.allTogether(), 3)).containsExactly("A1", "A2", "A3");
    assertThat(pick(board, ANY, 4)).hasSize(4).contains("A1", "A2", "A3");
    assertThat(choose(board, ANY, 7)).isEqualTo(new TooFewSeats(6));
  }

  @Test
  void everybody_keeps_the_seat_where_that_can_be_even_if_it_means_to_be_split() {
    SeatBoard board = hall(2, "A....");
    board.take("A1", new LegRange(1, 2));

    assertThat(pick(board, ANY, 3, new LegRange(0, 2))).containsExactly("A2", "A3", "A0");
  }

  @Test
  void who_has_to_change_seats_does_so_as_late_as_can_be_and_to_the_nearest() {
    SeatBoard board = hall(4, "A.....");
    board.take("A0", new LegRange(1, 2));
    board.take("A1", new LegRange(2, 4));
    board.take("A2", new LegRange(3, 4));
    board.take("A3", new LegRange(0, 3));
    board.take("A4", new LegRange(0, 1));
    board.take("A4", new LegRange(2, 3));

    SeatPlan plan = plan(board, ANY, 1, new LegRange(0, 4));

    assertThat(plan.passengers())
        .containsExactly(
            List.of(
                new SeatPlan.Run("A2", new LegRange(0, 3)),
                new SeatPlan.Run("A3", new LegRange(3, 4))));
    assertThat(plan.changes()).isEqualTo(1);
    assertThatThrownBy(plan::labels).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void only_as_many_change_as_have_to() {
    SeatBoard board = hall(2, "A...");
    board.take("A0", new LegRange(0, 1));
    board.take("A2", new LegRange(1, 2));

    SeatPlan plan = plan(board, ANY, 2, new LegRange(0, 2));

    assertThat(plan.passengers())
        .containsExactly(
            List.of(new SeatPlan.Run("A1", new LegRange(0, 2))),
            List.of(
                new SeatPlan.Run("A2", new LegRange(0, 1)),
                new SeatPlan.Run("A0", new LegRange(1, 2))));
    assertThat(choose(board, ANY.allTogether(), 2, new LegRange(0, 2)))
        .isEqualTo(new TooFewSeats(1));
    assertThat(choose(board, ANY, 3, new LegRange(0, 2))).isEqualTo(new TooFewSeats(2));
  }

  @Test
  void blocked_seats_are_never_picked() {
    assertThat(pick(hall("A....").blocking(Set.of("A0", "A3")), ANY, 2))
        .containsExactly("A1", "A2");
  }

  @Test
  void a_choice_takes_nothing() {
    SeatBoard board = hall("A....");

    assertThat(pick(board, ANY, 2)).isEqualTo(pick(board, ANY, 2));
  }

  @Test
  void a_party_has_at_least_one() {
    assertThatThrownBy(() -> choose(hall("A."), ANY, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static SeatBoard hall(String... rows) {
    return hall(1, rows);
  }

  /** Rows such as "zone/A..x .": a dot is free, x is taken, a space an aisle. */
  private static SeatBoard hall(int legs, String... rows) {
    List<Seat> seats = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (String line : rows) {
      String zone = line.substring(0, Math.max(0, line.indexOf('/')));
      String row = line.substring(line.indexOf('/') + 1);
      for (int i = 1; i < row.length(); i++) {
        String label = zone + row.charAt(0) + (i - 1);
        if (row.charAt(i) != ' ') {
          seats.add(Seat.of(label, row.substring(0, 1), i).zone(zone));
        }
        if (row.charAt(i) == 'x') {
          taken.add(label);
        }
      }
    }
    SeatBoard board = SeatBoard.of(SeatGeometry.of(new SeatMap(seats)), legs);
    taken.forEach(label -> board.take(label, new LegRange(0, legs)));
    return board;
  }

  private static List<String> pick(SeatBoard board, SeatWish wish, int party) {
    return pick(board, wish, party, WHOLE);
  }

  private static List<String> pick(SeatBoard board, SeatWish wish, int party, LegRange legs) {
    return plan(board, wish, party, legs).labels();
  }

  private static SeatPlan plan(SeatBoard board, SeatWish wish, int party, LegRange legs) {
    SeatChoice choice = choose(board, wish, party, legs);
    assertThat(choice).isInstanceOf(SeatPlan.class);
    return (SeatPlan) choice;
  }

  private static SeatChoice choose(SeatBoard board, SeatWish wish, int party) {
    return choose(board, wish, party, WHOLE);
  }

  private static SeatChoice choose(SeatBoard board, SeatWish wish, int party, LegRange legs) {
    return BestAvailable.choose(board, wish, party, legs);
  }
}
