package io.travelsuite.jdbc.model;

import io.travelsuite.booking.Fare;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.Section;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Draws lines of requests: most are right, some cannot be. */
final class LineChoice {

  private final ModelTravel known;
  private final Dice dice;

  LineChoice(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
  }

  /** Of any operator. */
  List<Line> lines(int most) {
    return lines(most, dice.of(known.occurrences).facts.operator());
  }

  /** Of that operator, most of the time. */
  List<Line> lines(int most, OperatorId operator) {
    List<ModelOccurrence> own =
        known.occurrences.stream()
            .filter(occurrence -> occurrence.facts.operator().equals(operator))
            .toList();
    List<Line> lines = new ArrayList<>();
    int count = dice.chance(60) ? 1 : dice.between(1, most);
    for (int i = 0; i < count; i++) {
      lines.add(line(dice.of(own.isEmpty() || dice.chance(2) ? known.occurrences : own)));
    }
    return lines;
  }

  Line line(ModelOccurrence occurrence) {
    OccurrenceId id = dice.chance(2) ? new OccurrenceId(dice.uuid()) : occurrence.id();
    int units = dice.chance(2) ? dice.between(4, 1_000) : dice.between(1, 3);
    Fare fare = fare(occurrence);
    if (fare.unit() != null) {
      return new Line(id, units, fare, new TreeMap<>(), section(occurrence), List.of(), null);
    }
    SortedMap<String, Integer> takes = takes(occurrence, units);
    if (dice.chance(20)) {
      SeatWish wish = SeatWish.bestAvailable();
      Section section = section(occurrence);
      return new Line(
          id, units, fare, takes, section, List.of(), dice.chance(15) ? wish.allTogether() : wish);
    }
    List<String> seats = seats(occurrence, takes, units);
    return new Line(id, units, fare, takes, section(occurrence), seats, null);
  }

  /** What the terms have, and hardly ever what they have not. */
  private Fare fare(ModelOccurrence occurrence) {
    SaleTerms terms = occurrence.terms;
    Fare fare = Fare.NONE;
    if (dice.chance(terms.units().isEmpty() ? 1 : 60)) {
      fare = Fare.of(dice.of(TermsChoice.UNITS));
    }
    return dice.chance(terms.classes().isEmpty() ? 1 : 60)
        ? fare.fareClass(dice.of(TermsChoice.CLASSES))
        : fare;
  }

  private SortedMap<String, Integer> takes(ModelOccurrence occurrence, int units) {
    List<String> pools = occurrence.facts.pools();
    TreeMap<String, Integer> takes = new TreeMap<>();
    if (dice.chance(pools.size() == 1 ? 60 : 2)) {
      return takes;
    }
    for (String pool : dice.some(dice.between(1, 2), pools)) {
      takes.put(pool, dice.chance(1) ? Line.MOST_TAKEN / units : amount(pool, occurrence));
    }
    if (dice.chance(2)) {
      takes.put("SEATS", 1);
    }
    return takes;
  }

  private int amount(String pool, ModelOccurrence occurrence) {
    boolean labelled = !occurrence.seats.getOrDefault(pool, List.of()).isEmpty();
    if (pool.equals("lane-mm")) {
      return dice.between(900, 4_000);
    }
    return dice.chance(labelled ? 95 : 70) ? 1 : 2;
  }

  /** Labels of the first pool that has any, in half of the lines. */
  private List<String> seats(
      ModelOccurrence occurrence, SortedMap<String, Integer> takes, int units) {
    if (dice.chance(40)) {
      return List.of();
    }
    List<String> pools = takes.isEmpty() ? occurrence.facts.pools() : List.copyOf(takes.keySet());
    List<String> labels =
        pools.stream()
            .map(pool -> occurrence.seats.getOrDefault(pool, List.of()))
            .filter(some -> !some.isEmpty())
            .findFirst()
            .orElse(dice.chance(4) ? List.of("1", "2", "3") : List.of());
    List<String> chosen = new ArrayList<>(dice.some(units, labels));
    if (dice.chance(3) && !chosen.isEmpty()) {
      chosen.set(0, "4a");
    }
    return chosen.size() == units ? chosen : List.of();
  }

  private Section section(ModelOccurrence occurrence) {
    int legs = occurrence.facts.legs();
    if (dice.chance(30)) {
      return new Section.Whole();
    }
    if (legs == 1 || dice.chance(50)) {
      int from = dice.between(0, legs - 1);
      int to = dice.chance(3) ? legs + 1 : dice.between(from + 1, legs);
      return new Section.Legs(new LegRange(from, to));
    }
    return between(occurrence.facts.stops().stream().map(Stop::code).toList());
  }

  /** Forward and between stops visited once, most of the time. */
  private Section between(List<String> codes) {
    List<String> once =
        codes.stream().filter(code -> Collections.frequency(codes, code) == 1).toList();
    if (dice.chance(6)) {
      List<String> any = List.of("?", codes.get(0), codes.get(codes.size() - 1), once.get(0));
      return new Section.Between(dice.of(any), dice.of(any));
    }
    int from = dice.between(0, once.size() - 2);
    return new Section.Between(once.get(from), once.get(dice.between(from + 1, once.size() - 1)));
  }
}
