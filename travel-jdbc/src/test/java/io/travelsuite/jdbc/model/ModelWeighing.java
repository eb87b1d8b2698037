package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.SaleState;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What is taken, and whether what is wanted fits: everything is added up anew each time. */
final class ModelWeighing {

  private final ModelTravel travel;

  ModelWeighing(ModelTravel travel) {
    this.travel = travel;
  }

  /** A pool on a leg of an occurrence. */
  record Place(ModelOccurrence occurrence, String pool, int leg) {

    Place on(int other) {
      return new Place(occurrence, pool, other);
    }

    Capacity capacity() {
      Capacity capacity = occurrence.capacities.get(pool);
      if (capacity == null) {
        throw new IllegalArgumentException("no pool " + pool);
      }
      return capacity;
    }
  }

  /** Units that live holds and bookings take. */
  int taken(Place place) {
    return Math.toIntExact(taken(place, liveLines()));
  }

  /** Units that these lines take. */
  long taken(Place place, Collection<BookedLine> lines) {
    long sum = 0;
    for (BookedLine line : lines) {
      if (covers(line, place)) {
        sum += (long) liveUnits(line) * line.takes().getOrDefault(place.pool, 0);
      }
    }
    return sum;
  }

  private boolean covers(BookedLine line, Place place) {
    boolean firstLegOnly = travel.has(Flaw.SEES_ONE_LEG);
    boolean firstPoolOnly = travel.has(Flaw.SEES_ONE_POOL);
    return line.occurrence().equals(place.occurrence.id())
        && (firstLegOnly ? line.legs().from() == place.leg : line.legs().covers(place.leg))
        && (!firstPoolOnly || line.takes().firstKey().equals(place.pool));
  }

  private int liveUnits(BookedLine line) {
    return travel.has(Flaw.KEEPS_CANCELLED_UNITS) ? line.units().size() : line.liveUnits();
  }

  private List<BookedLine> liveLines() {
    return travel.bookings.stream()
        .filter(booking -> booking.state(travel.now()).takesUnits())
        .flatMap(booking -> booking.lines.values().stream())
        .toList();
  }

  /** Where there is not enough for the wanted lines once the returned ones have come back. */
  List<Shortage> shortages(List<BookedLine> wanted, Collection<BookedLine> returned) {
    List<Shortage> shortages = new ArrayList<>();
    for (Place pool : pools(wanted)) {
      Scale scale = new Scale(pool, wanted, returned);
      scale.shortOfUnits().ifPresent(shortages::add);
      scale.shortOfSeats().ifPresent(shortages::add);
    }
    return shortages;
  }

  /** The closed occurrences of which more is wanted than comes back. */
  List<OccurrenceId> closed(List<BookedLine> wanted, Collection<BookedLine> returned) {
    return pools(wanted).stream()
        .filter(pool -> pool.occurrence.state != SaleState.ON_SALE)
        .filter(pool -> new Scale(pool, wanted, returned).takesMore())
        .map(pool -> pool.occurrence.id())
        .toList();
  }

  /** Each pool that these lines take units of, on its first leg. */
  private Set<Place> pools(List<BookedLine> lines) {
    Set<Place> pools = new LinkedHashSet<>();
    for (BookedLine line : lines) {
      ModelOccurrence occurrence = travel.occurrence(line.occurrence()).orElseThrow();
      line.takes().keySet().forEach(pool -> pools.add(new Place(occurrence, pool, 0)));
    }
    return pools;
  }

  /** Weighs one pool of one occurrence: what is wanted beyond what comes back. */
  private final class Scale {

    private final Place pool;
    private final List<BookedLine> wanted;
    private final Collection<BookedLine> returned;
    private final List<Integer> legs;

    Scale(Place pool, List<BookedLine> wanted, Collection<BookedLine> returned) {
      this.pool = pool;
      this.wanted = wanted;
      this.returned = travel.has(Flaw.WEIGHS_A_CHANGE_GROSS) ? List.of() : returned;
      this.legs = IntStream.range(0, pool.occurrence.facts.legs()).boxed().toList();
    }

    boolean takesMore() {
      return legs.stream().anyMatch(leg -> requested(leg) > 0);
    }

    Optional<Shortage> shortOfUnits() {
      return shortage(
          legs.stream().filter(leg -> requested(leg) > available(leg)).toList(), List.of());
    }

    Optional<Shortage> shortOfSeats() {
      SortedSet<String> seats = new TreeSet<>();
      legs.forEach(leg -> seats.addAll(seatsTaken(leg)));
      return shortage(
          legs.stream().filter(leg -> !seatsTaken(leg).isEmpty()).toList(), List.copyOf(seats));
    }

    /** Tells of the leg on which the fewest are left or the most oversold, the first of several. */
    private Optional<Shortage> shortage(List<Integer> shortLegs, List<String> seats) {
      return shortLegs.stream()
          .min(Comparator.comparing(this::left))
          .map(
              leg ->
                  new Shortage(
                      pool.occurrence.id(),
                      pool.pool,
                      new LegRange(shortLegs.get(0), shortLegs.get(shortLegs.size() - 1) + 1),
                      requested(leg),
                      available(leg),
                      seats));
    }

    private int requested(int leg) {
      Place place = pool.on(leg);
      return (int) Math.max(0, taken(place, wanted) - taken(place, returned));
    }

    private int available(int leg) {
      return Math.max(0, left(leg));
    }

    /** Less than none when the pool is oversold. */
    private int left(int leg) {
      Place place = pool.on(leg);
      return place.capacity().sellable() - taken(place);
    }

    /** The seats wanted on a leg that somebody else has. */
    private List<String> seatsTaken(int leg) {
      if (travel.has(Flaw.FORGETS_SEATS)) {
        return List.of();
      }
      List<String> own = pool.occurrence.seats.getOrDefault(pool.pool, List.of());
      List<BookedLine> others =
          liveLines().stream().filter(line -> !returned.contains(line)).toList();
      return seats(wanted, leg).stream()
          .filter(own::contains)
          .filter(seats(others, leg)::contains)
          .toList();
    }

    /** The seats of uncancelled units of these lines on a leg. */
    private List<String> seats(List<BookedLine> lines, int leg) {
      return lines.stream()
          .filter(line -> line.occurrence().equals(pool.occurrence.id()))
          .filter(line -> line.legs().covers(leg))
          .flatMap(line -> liveSeats(line).stream())
          .toList();
    }
  }

  private static boolean overlap(BookedLine one, BookedLine other) {
    return one.occurrence().equals(other.occurrence())
        && one.legs().from() < other.legs().to()
        && other.legs().from() < one.legs().to();
  }

  /** Whether two lines of one booking have a seat twice on a leg. */
  static boolean shareASeat(BookedLine one, BookedLine other) {
    return overlap(one, other) && liveSeats(one).stream().anyMatch(liveSeats(other)::contains);
  }

  private static List<String> liveSeats(BookedLine line) {
    return IntStream.range(0, line.seats().size())
        .filter(place -> line.units().get(place) != UnitState.CANCELLED)
        .mapToObj(line.seats()::get)
        .toList();
  }
}
