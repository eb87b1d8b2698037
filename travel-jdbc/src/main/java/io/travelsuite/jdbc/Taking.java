package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitState;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a booking takes: units by counter, and seats with the pool each belongs to. Every transition
 * moves exactly the difference between what the booking took before and what it takes after.
 */
record Taking(SortedMap<CounterKey, Integer> units, SortedSet<SeatKey> seats) {

  static final Taking NOTHING = new Taking(new TreeMap<>(), new TreeSet<>());

  static Taking of(Booking booking) {
    if (!booking.state().takesUnits()) {
      return NOTHING;
    }
    Taking taking = ofLines(booking.lines());
    if (booking.promo() != null) {
      taking.units.put(PromoTable.uses(booking.promo().id()), 1);
    }
    return taking;
  }

  static Taking ofLines(List<BookedLine> lines) {
    Taking taking = new Taking(new TreeMap<>(), new TreeSet<>());
    lines.forEach(taking::add);
    return taking;
  }

  /** Refuses lines that name a seat twice on a leg: as a set it would be sold to both. */
  static void requireDistinctSeats(List<BookedLine> lines) {
    TreeSet<SeatKey> all = new TreeSet<>();
    for (BookedLine line : lines) {
      for (SeatKey seat : ofLines(List.of(line)).seats()) {
        unless(all.add(seat), "seats", seat.seat(), "must not be in a booking twice on a leg");
      }
    }
  }

  private void add(BookedLine line) {
    for (int leg = line.legs().from(); leg < line.legs().to(); leg++) {
      int thisLeg = leg;
      line.takes()
          .forEach(
              (pool, perUnit) ->
                  units.merge(
                      new CounterKey(line.occurrence(), pool, thisLeg),
                      perUnit * line.liveUnits(),
                      Taking::sum));
      for (int i = 0; i < line.seats().size(); i++) {
        if (line.units().get(i) != UnitState.CANCELLED) {
          seats.add(new SeatKey(line.occurrence(), leg, line.seat(i, leg)));
        }
      }
    }
  }

  private static int sum(int a, int b) {
    long sum = (long) a + b;
    unless(sum <= Line.MOST_TAKEN, "units", sum, "must together take at most " + Line.MOST_TAKEN);
    return (int) sum;
  }

  /** How much more each counter has taken after than before; what did not move is left out. */
  static SortedMap<CounterKey, Integer> moved(Taking before, Taking after) {
    TreeMap<CounterKey, Integer> moved = new TreeMap<>(after.units());
    before.units().forEach((key, units) -> moved.merge(key, -units, Integer::sum));
    moved.values().removeIf(units -> units == 0);
    return moved;
  }

  /** The seats that one has and the other has not. */
  static SortedSet<SeatKey> seatsOnlyIn(Taking one, Taking other) {
    TreeSet<SeatKey> seats = new TreeSet<>(one.seats());
    seats.removeAll(other.seats());
    return seats;
  }
}
