package io.travelsuite.jdbc.race;

import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Race;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a race for the last units came to.
 *
 * @param sold units sold of each occurrence
 * @param failures what sellers threw
 */
record Sales(Map<OccurrenceId, Integer> sold, List<Exception> failures) {

  static final int THREADS = 64;

  /**
   * Lets 64 threads sell until each is refused.
   *
   * @param wishes what they sell: thread i the wish i modulo their number
   * @param sellers by whom: thread i the seller i modulo their number
   */
  static Sales race(List<List<OccurrenceId>> wishes, List<? extends Seller> sellers) {
    List<Race.Finish<Integer>> finishes =
        Race.finishes(
            THREADS,
            number -> {
              Seller seller = sellers.get(number % sellers.size());
              int sales = 0;
              while (seller.sell(wishes.get(number % wishes.size()))) {
                sales++;
              }
              return sales;
            });
    Map<OccurrenceId, Integer> sold = new HashMap<>();
    for (int number = 0; number < THREADS; number++) {
      Integer sales = finishes.get(number).result();
      for (OccurrenceId occurrence : wishes.get(number % wishes.size())) {
        sold.merge(occurrence, sales == null ? 0 : sales, Integer::sum);
      }
    }
    return new Sales(
        sold, finishes.stream().map(Race.Finish::failed).flatMap(Optional::stream).toList());
  }
}
