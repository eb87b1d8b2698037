package io.travelsuite.examples.server.page;

import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Who travels, before it is known what a trip sells.
 *
 * @param adults how many
 * @param children how many
 */
record People(int adults, int children) {

  /** So many of each fare unit: a room is for two, and where no child's is sold, one is a guest. */
  SortedMap<String, Integer> units(Option option) {
    Unit first = option.units().get(0);
    Unit child =
        option.units().stream()
            .filter(unit -> unit.kind() == Unit.Kind.CHILD)
            .findFirst()
            .orElse(first);
    SortedMap<String, Integer> units = new TreeMap<>();
    int guests = adults + (child.equals(first) ? children : 0);
    add(units, first.code(), (guests + first.people() - 1) / first.people());
    if (!child.equals(first)) {
      add(units, child.code(), children);
    }
    return units;
  }

  private static void add(SortedMap<String, Integer> units, String code, int count) {
    if (count > 0) {
      units.put(code, count);
    }
  }

  /** {@code 2 × Adult, 1 × Child}. */
  static String told(SortedMap<String, Integer> units, Option option) {
    return units.entrySet().stream()
        .map(
            unit ->
                unit.getValue()
                    + " × "
                    + option.unit(unit.getKey()).map(Unit::name).orElse(unit.getKey()))
        .collect(Collectors.joining(", "));
  }
}
