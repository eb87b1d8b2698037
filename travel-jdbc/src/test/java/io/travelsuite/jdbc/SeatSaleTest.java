package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.SeatWish;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 5,400 seats sold to parties of one to four. */
class SeatSaleTest {

  private static final LegRange WHOLE = new LegRange(0, 1);
  private static final int SEATS = 5_400;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void a_concert_sells_out_with_nearly_all_parties_together(long seed) {
    SeatSale sale = new SeatSale(seed, 0);

    sale.sellOut(SeatSale::best);

    report("concert, seed " + seed, sale);
    assertThat(sale.seatsSold()).isEqualTo(SEATS);
    assertThat(sale.percentTogether()).isGreaterThan(99);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void so_does_one_where_every_fifth_party_gives_its_seats_back(long seed) {
    SeatSale sale = new SeatSale(seed, 20);

    sale.sellOut(SeatSale::best);

    report("with seats given back, seed " + seed, sale);
    assertThat(sale.seatsSold()).isEqualTo(SEATS);
    assertThat(sale.percentTogether()).isGreaterThan(99);
  }

  @Test
  void control_seats_picked_at_random_leave_most_parties_split() {
    SeatSale sale = new SeatSale(1, 0);
    Random random = new Random(1);

    sale.sellOut((board, party) -> anywhere(board, party, random));

    assertThat(sale.percentTogether()).isLessThan(50);
  }

  @Test
  void control_a_picker_that_knows_one_section_only_refuses_while_there_are_seats() {
    SeatSale sale = new SeatSale(1, 0);
    SeatWish front = SeatWish.bestAvailable().zone("Section 1");

    assertThatThrownBy(
            () -> sale.sellOut((board, party) -> BestAvailable.choose(board, front, party, WHOLE)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("refused with");
  }

  @Test
  void control_a_picker_that_does_not_look_at_the_board_sells_a_seat_twice() {
    SeatSale sale = new SeatSale(1, 0);
    SeatBoard empty = SeatBoard.of(SeatGeometry.of(SeatSale.hall()), 1);

    assertThatThrownBy(() -> sale.sellOut((board, party) -> SeatSale.best(empty, party)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("is sold twice");
  }

  private static SeatChoice anywhere(SeatBoard board, int party, Random random) {
    BitSet free = board.free(WHOLE);
    if (free.cardinality() < party) {
      return new TooFewSeats(free.cardinality());
    }
    return new SeatPlan(
        random
            .ints(1, free.length())
            .filter(free::get)
            .distinct()
            .limit(party)
            .mapToObj(index -> List.of(new SeatPlan.Run(board.geometry().label(index), WHOLE)))
            .toList());
  }

  private static void report(String what, SeatSale sale) {
    System.out.printf(
        "%s: %.2f %% of %d choices' parties together%n",
        what, sale.percentTogether(), sale.choices());
  }
}
