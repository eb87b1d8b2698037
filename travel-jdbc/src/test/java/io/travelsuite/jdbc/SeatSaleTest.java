package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 5,400 seats sold to parties of one to four. */
class SeatSaleTest {

  private static final double MOST_TOGETHER = 95;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void a_concert_sells_out_with_nearly_all_parties_together(long seed) {
    SeatSale sale = new SeatSale(seed);

    long start = System.nanoTime();
    sale.sellOut(SeatSale::best);
    System.out.printf(
        "concert, seed %d: %.2f %% together, %d ms%n",
        seed, sale.percentTogether(), (System.nanoTime() - start) / 1_000_000);

    assertThat(sale.seatsSold()).isEqualTo(5_400);
    assertThat(sale.percentTogether()).isGreaterThan(MOST_TOGETHER);
  }
}
