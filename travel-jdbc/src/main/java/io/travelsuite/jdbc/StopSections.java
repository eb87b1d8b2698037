package io.travelsuite.jdbc;

import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import java.util.ArrayList;
import java.util.List;

/** The parts of a run that somebody may travel. */
final class StopSections {

  private StopSections() {}

  /** Between two stops; where the run comes to one twice, those that pass neither again. */
  static List<LegRange> of(List<Stop> stops, StopPair pair) {
    List<LegRange> sections = new ArrayList<>();
    int from = -1;
    for (int position = 0; position < stops.size(); position++) {
      Stop stop = stops.get(position);
      if (from >= 0 && stop.alighting() && stop.code().equals(pair.to())) {
        sections.add(new LegRange(from, position));
        from = -1;
      }
      if (stop.boarding() && stop.code().equals(pair.from())) {
        from = position;
      }
    }
    return sections;
  }

  /** All of it, if people may board at its first stop and alight at its last. */
  static List<LegRange> whole(List<Stop> stops) {
    if (stops.isEmpty()) {
      return List.of(new LegRange(0, 1));
    }
    int last = stops.size() - 1;
    return stops.get(0).boarding() && stops.get(last).alighting()
        ? List.of(new LegRange(0, last))
        : List.of();
  }
}
