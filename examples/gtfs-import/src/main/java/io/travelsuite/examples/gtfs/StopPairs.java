package io.travelsuite.examples.gtfs;

import io.travelsuite.inventory.LegRange;
import java.util.ArrayList;
import java.util.List;

/**
 * From where to where one may travel along a pattern.
 *
 * @param sold where one may get on at the first stop and off at the second
 * @param notSold where one may not
 */
record StopPairs(List<LegRange> sold, List<LegRange> notSold) {

  StopPairs {
    sold = List.copyOf(sold);
    notSold = List.copyOf(notSold);
  }

  static StopPairs of(Pattern pattern) {
    List<LegRange> sold = new ArrayList<>();
    List<LegRange> notSold = new ArrayList<>();
    List<Call> calls = pattern.calls();
    for (int from = 0; from < calls.size(); from++) {
      for (int to = from + 1; to < calls.size(); to++) {
        boolean allowed = calls.get(from).boarding() && calls.get(to).alighting();
        (allowed ? sold : notSold).add(new LegRange(from, to));
      }
    }
    return new StopPairs(sold, notSold);
  }
}
