package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.LegRange;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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

  List<BookedLine> liveLines() {
    return travel.bookings.stream()
        .filter(booking -> booking.state(travel.now()).takesUnits())
        .flatMap(booking -> booking.lines.values().stream())
        .toList();
  }

  /** Lines that are wanted, those that come back for them, and who asks. */
  record Wish(List<BookedLine> wanted, Collection<BookedLine> returned, @Nullable String channel) {}

  /** Where there is not enough for the wanted lines once the returned ones have come back. */
  List<Shortage> shortages(Wish wish) {
    List<Shortage> shortages = new ArrayList<>();
    for (Place pool : pools(wish.wanted)) {
      Scale scale = new Scale(pool, wish);
      scale.shortOfUnits().ifPresent(shortages::add);
      scale.shortOfSeats().ifPresent(shortages::add);
    }
    return shortages;
  }

  /** The occurrences of which more is wanted than comes back. */
  Set<ModelOccurrence> takenMoreOf(Wish wish) {
    Set<ModelOccurrence> some = new LinkedHashSet<>();
    for (Place pool : pools(wish.wanted)) {
      if (new Scale(pool, wish).takesMore()) {
        some.add(pool.occurrence);
      }
    }
    return some;
  }

  /** Each pool that these lines take units of, on its first leg. */
  private Set<Place> pools(List<BookedLine> lines) {
    Set<Place> pools = new LinkedHashSet<>();
    for (BookedLine line : lines) {
      ModelOccurrence occurrence = travel.occurrence(line.occurrence()).orElseThrow();
      line.takes().keySet().stream()
          .filter(occurrence.capacities::containsKey)
          .forEach(pool -> pools.add(new Place(occurrence, pool, 0)));
    }
    return pools;
  }

  /** Units kept from who asks for nothing in particular. */
  int withheld(Place place) {
    List<@Nullable String> none = Collections.singletonList(null);
    return new ModelTerms(travel, place.occurrence)
        .withheld(
            place.pool,
            new ModelTerms.Buyer(null, none),
            pool -> taken(new Place(place.occurrence, pool, place.leg)));
  }

  /** Weighs one pool of one occurrence: what is wanted beyond what comes back. */
  private final class Scale {

    private final Place pool;
    private final Wish wish;
    private final List<BookedLine> wanted;
    private final Collection<BookedLine> returned;
    private final List<Integer> legs;

    Scale(Place pool, Wish wish) {
      this.pool = pool;
      this.wish = wish;
      this.wanted = wish.wanted;
      this.returned = travel.has(Flaw.WEIGHS_A_CHANGE_GROSS) ? List.of() : wish.returned;
      this.legs = IntStream.range(0, pool.occurrence.facts.legs()).boxed().toList();
    }

    boolean takesMore() {
      return legs.stream().anyMatch(leg -> requested(leg) > 0);
    }

    Optional<Shortage> shortOfUnits() {
      return shortage(
          legs.stream().filter(leg -> requested(leg) > 0 && net(leg) > left(leg)).toList(),
          List.of());
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

    /** The most that is moved of the pool, or to a class or channel of it. */
    private int requested(int leg) {
      long most = 0;
      for (String name : names()) {
        Place place = new Place(pool.occurrence, name, leg);
        most = Math.max(most, taken(place, wanted) - taken(place, returned));
      }
      return (int) most;
    }

    private Set<String> names() {
      Set<String> names = new TreeSet<>();
      for (BookedLine line : wanted) {
        if (line.occurrence().equals(pool.occurrence.id())) {
          names.addAll(line.takes().keySet());
        }
      }
      names.removeIf(
          name ->
              !name.equals(pool.pool)
                  && !name.startsWith(pool.pool + "@")
                  && !name.startsWith(pool.pool + "~"));
      return names;
    }

    private long net(int leg) {
      Place place = pool.on(leg);
      return taken(place, wanted) - taken(place, returned);
    }

    private int available(int leg) {
      return Math.max(0, left(leg));
    }

    /** Less than none when the pool is oversold. */
    private int left(int leg) {
      Place place = pool.on(leg);
      return place.capacity().sellable() - taken(place) - withheld(leg);
    }

    private int withheld(int leg) {
      List<@Nullable String> classes = new ArrayList<>();
      for (BookedLine line : wanted) {
        if (covers(line, pool.on(leg)) && line.takes().containsKey(pool.pool)) {
          classes.add(line.fareClass());
        }
      }
      return new ModelTerms(travel, pool.occurrence)
          .withheld(
              pool.pool,
              new ModelTerms.Buyer(wish.channel, classes),
              name -> {
                Place place = new Place(pool.occurrence, name, leg);
                return taken(place) + taken(place, wanted) - taken(place, returned);
              });
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
          .flatMap(line -> liveSeats(line, leg).stream())
          .toList();
    }
  }

  /** Whether two lines of one booking have a seat twice on a leg. */
  static boolean shareASeat(BookedLine one, BookedLine other) {
    if (!one.occurrence().equals(other.occurrence())) {
      return false;
    }
    int from = Math.max(one.legs().from(), other.legs().from());
    int to = Math.min(one.legs().to(), other.legs().to());
    return IntStream.range(from, to)
        .anyMatch(leg -> liveSeats(one, leg).stream().anyMatch(liveSeats(other, leg)::contains));
  }

  /** The seats of a line's uncancelled units on a leg; none where it does not ride. */
  static List<String> liveSeats(BookedLine line, int leg) {
    return IntStream.range(0, line.seats().size())
        .filter(place -> line.units().get(place) != UnitState.CANCELLED)
        .filter(place -> line.legs().covers(leg))
        .mapToObj(place -> line.seat(place, leg))
        .toList();
  }
}
