package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Section;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.sale.Allotment;
import io.travelsuite.sale.FareClass;
import io.travelsuite.sale.FareUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A line of a request, and what it is asked of. */
record OneLine(Line line, Offer offer, @Nullable String channel) {

  /** Its fare unit or class, when the terms have none such; else null. */
  @Nullable NotOnSale notOffered() {
    String unit = line.fare().unit();
    String fareClass = line.fare().fareClass();
    if (unit != null && offer.fareUnit(unit) == null) {
      return notOffered("fare unit " + unit + ", there are " + codes());
    }
    if (fareClass != null
        && offer.terms().classes().stream().noneMatch(c -> c.code().equals(fareClass))) {
      return notOffered("fare class " + fareClass);
    }
    return null;
  }

  private NotOnSale notOffered(String detail) {
    return new NotOnSale(line.occurrence(), NotOnSale.Reason.NOT_OFFERED, "no " + detail);
  }

  private List<String> codes() {
    return offer.terms().units().stream().map(FareUnit::code).toList();
  }

  BookedLine resolve(int number) {
    SortedMap<String, Integer> takes = takes();
    checkSeats(takes);
    return new BookedLine(
        number,
        line.occurrence(),
        line.fare().unit(),
        line.fare().fareClass(),
        legs(),
        withSubPools(takes),
        Collections.nCopies(line.units(), UnitState.ACTIVE),
        line.seats(),
        List.of(),
        null);
  }

  private SortedMap<String, Integer> takes() {
    Set<String> pools = offer.layout().seats().keySet();
    FareUnit unit = offer.fareUnit(line.fare().unit());
    SortedMap<String, Integer> takes = unit == null ? line.takes() : unit.takes();
    if (takes.isEmpty()) {
      unless(pools.size() == 1, "takes", "nothing", "must name pools, there are several: " + pools);
      return new TreeMap<>(Map.of(pools.iterator().next(), 1));
    }
    for (var take : takes.entrySet()) {
      unless(pools.contains(take.getKey()), "pool", take.getKey(), "must be one of " + pools);
      unless(
          (long) take.getValue() * line.units() <= Line.MOST_TAKEN,
          "takes." + take.getKey(),
          take.getValue(),
          "must times units be at most " + Line.MOST_TAKEN);
    }
    return takes;
  }

  /** With what it takes of the channel's allotments and counts for in its fare class. */
  private SortedMap<String, Integer> withSubPools(SortedMap<String, Integer> takes) {
    SortedMap<String, Integer> all = new TreeMap<>(takes);
    for (Allotment allotment : offer.terms().allotments()) {
      if (allotment.channel().equals(channel) && takes.containsKey(allotment.pool())) {
        all.put(SubPool.of(allotment), takes.getOrDefault(allotment.pool(), 0));
      }
    }
    for (FareClass fareClass : offer.terms().classes()) {
      if (fareClass.code().equals(line.fare().fareClass()) && takes.containsKey(fareClass.pool())) {
        all.put(SubPool.of(fareClass), takes.getOrDefault(fareClass.pool(), 0));
      }
    }
    return all;
  }

  private LegRange legs() {
    int legs = offer.layout().legs();
    if (line.section() instanceof Section.Between between) {
      int from = stop("from", between.from());
      int to = stop("to", between.to());
      unless(from < to, "to", between.to(), "must be a stop after " + between.from());
      return new LegRange(from, to);
    }
    if (line.section() instanceof Section.Legs given) {
      unless(given.range().to() <= legs, "legs", given.range(), "must end by leg " + (legs - 1));
      return given.range();
    }
    return new LegRange(0, legs);
  }

  private int stop(String field, String code) {
    List<String> codes = offer.layout().stopCodes();
    int index = codes.indexOf(code);
    if (index < 0) {
      throw new InvalidRequestException(field, code, "must be one of the stops " + codes);
    }
    unless(
        index == codes.lastIndexOf(code),
        field,
        code,
        "must name one stop, and the run comes here twice: use Line.over(legs)");
    return index;
  }

  private void checkSeats(SortedMap<String, Integer> takes) {
    if (line.seats().isEmpty() && line.wish() == null) {
      return;
    }
    List<String> seated = takes.keySet().stream().filter(pool -> !labels(pool).isEmpty()).toList();
    unless(seated.size() == 1, "seats", line.seats(), "must be in one pool that has labels");
    String pool = seated.get(0);
    unless(
        takes.getOrDefault(pool, 0) == 1, "takes." + pool, takes.get(pool), "must be 1 with seats");
    for (String seat : line.seats()) {
      unless(labels(pool).contains(seat), "seat", seat, "must be a label of pool " + pool);
    }
  }

  private Set<String> labels(String pool) {
    return offer.layout().seats().getOrDefault(pool, Set.of());
  }
}
