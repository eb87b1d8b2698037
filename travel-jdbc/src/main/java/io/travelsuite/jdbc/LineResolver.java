package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Section;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Turns the lines of a request into lines of a booking, by what their occurrences are made of. */
final class LineResolver {

  private final Layouts layouts;
  private final Transactions transactions;

  LineResolver(Layouts layouts, Transactions transactions) {
    this.layouts = layouts;
    this.transactions = transactions;
  }

  ResolvedLines resolve(List<Line> lines) {
    if (lines.isEmpty()) {
      return ResolvedLines.NONE;
    }
    Set<OccurrenceId> ids = new LinkedHashSet<>();
    lines.forEach(line -> ids.add(line.occurrence()));
    Map<OccurrenceId, Layout> found = layouts.find(transactions, ids);
    List<BookedLine> resolved = new ArrayList<>();
    OperatorId operator = null;
    for (Line line : lines) {
      Layout layout = found.get(line.occurrence());
      if (layout == null) {
        NotOnSale unknown = new NotOnSale(line.occurrence(), NotOnSale.Reason.UNKNOWN);
        return new ResolvedLines(null, List.of(), unknown);
      }
      OperatorId seller = layout.occurrence().operator();
      unless(
          operator == null || operator.equals(seller),
          "lines",
          line.occurrence(),
          "must all be of one operator (" + operator + ")");
      operator = seller;
      resolved.add(resolve(resolved.size(), line, layout));
    }
    return new ResolvedLines(operator, resolved, null);
  }

  /** The pool whose seats have this label; labels are unique within an occurrence. */
  String poolOf(SeatKey seat) {
    Layout layout = layouts.find(transactions, Set.of(seat.occurrence())).get(seat.occurrence());
    if (layout != null) {
      for (var pool : layout.seats().entrySet()) {
        if (pool.getValue().contains(seat.seat())) {
          return pool.getKey();
        }
      }
    }
    throw new IllegalStateException("seat " + seat + " is claimed and belongs to no pool");
  }

  private static BookedLine resolve(int number, Line line, Layout layout) {
    SortedMap<String, Integer> takes = takes(line, layout);
    checkSeats(line, takes, layout);
    return new BookedLine(
        number,
        line.occurrence(),
        legs(line.section(), layout),
        takes,
        Collections.nCopies(line.units(), UnitState.ACTIVE),
        line.seats());
  }

  private static SortedMap<String, Integer> takes(Line line, Layout layout) {
    List<String> pools = layout.occurrence().pools();
    if (line.takes().isEmpty()) {
      unless(pools.size() == 1, "takes", "nothing", "must name pools, there are several: " + pools);
      return new TreeMap<>(Map.of(pools.get(0), 1));
    }
    for (String pool : line.takes().keySet()) {
      unless(pools.contains(pool), "pool", pool, "must be one of " + pools);
    }
    return line.takes();
  }

  private static LegRange legs(Section section, Layout layout) {
    int legs = layout.occurrence().legs();
    if (section instanceof Section.Between between) {
      int from = stop("from", between.from(), layout);
      int to = stop("to", between.to(), layout);
      unless(from < to, "to", between.to(), "must be a stop after " + between.from());
      return new LegRange(from, to);
    }
    if (section instanceof Section.Legs given) {
      unless(given.range().to() <= legs, "legs", given.range(), "must end by leg " + (legs - 1));
      return given.range();
    }
    return new LegRange(0, legs);
  }

  private static int stop(String field, String code, Layout layout) {
    List<String> codes = layout.stopCodes();
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

  private static void checkSeats(Line line, SortedMap<String, Integer> takes, Layout layout) {
    if (line.seats().isEmpty()) {
      return;
    }
    List<String> seated =
        takes.keySet().stream()
            .filter(pool -> !layout.seats().getOrDefault(pool, Set.of()).isEmpty())
            .toList();
    unless(seated.size() == 1, "seats", line.seats(), "must be in one pool that has labels");
    String pool = seated.get(0);
    unless(
        takes.getOrDefault(pool, 0) == 1, "takes." + pool, takes.get(pool), "must be 1 with seats");
    for (String seat : line.seats()) {
      unless(
          layout.seats().getOrDefault(pool, Set.of()).contains(seat),
          "seat",
          seat,
          "must be a label of pool " + pool);
    }
  }
}
