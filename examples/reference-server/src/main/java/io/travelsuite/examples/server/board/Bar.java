package io.travelsuite.examples.server.board;

import io.travelsuite.inventory.LegAvailability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How full a pool is, as a bar shows it.
 *
 * @param pool its name
 * @param percent how much of what may be sold is taken, 0 to 100
 * @param level free, filling (from 80 %), full: for the colour
 * @param text the same for people
 */
record Bar(String pool, int percent, String level, String text) {

  private static final int FILLING = 80;

  /** The pools of a departure, each by its fullest leg. */
  static List<Bar> of(List<LegAvailability> legs) {
    Map<String, LegAvailability> fullest = new LinkedHashMap<>();
    for (LegAvailability leg : legs) {
      fullest.merge(leg.pool(), leg, (a, b) -> BY_FILL.compare(a, b) >= 0 ? a : b);
    }
    List<Bar> bars = new ArrayList<>();
    fullest.values().forEach(leg -> bars.add(of(leg)));
    return bars;
  }

  private static final Comparator<LegAvailability> BY_FILL =
      Comparator.comparingInt(leg -> percent(leg.taken(), leg.capacity().sellable()));

  static Bar of(LegAvailability leg) {
    String text = of(leg.taken(), leg.capacity().sellable());
    if (leg.overhang() > 0) {
      text += ", " + leg.overhang() + " too many";
    } else if (leg.taken() > 0 && leg.available() == 0) {
      text += ", full";
    } else if (leg.withheld() > 0) {
      text += ", " + leg.withheld() + " kept";
    }
    return of(leg.pool(), leg.taken(), leg.capacity().sellable(), text);
  }

  static Bar of(String pool, int taken, int sellable) {
    return of(pool, taken, sellable, of(taken, sellable));
  }

  private static String of(int taken, int sellable) {
    return String.format(Locale.ENGLISH, "%,d of %,d", taken, sellable);
  }

  private static Bar of(String pool, int taken, int sellable, String text) {
    int percent = percent(taken, sellable);
    String level = percent >= 100 ? "full" : percent >= FILLING ? "filling" : "free";
    return new Bar(pool, percent, level, text);
  }

  /** A single guest shows, and a single place that is left does too. */
  private static int percent(int taken, int sellable) {
    if (taken >= sellable) {
      return taken > 0 ? 100 : 0;
    }
    return taken == 0 ? 0 : (int) Math.max(1, Math.min(99, taken * 100L / sellable));
  }
}
