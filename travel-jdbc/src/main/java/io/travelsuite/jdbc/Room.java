package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether what a transition takes is there, by the counters and seats under our lock. */
final class Room {

  private final SortedMap<CounterKey, Integer> moved;
  private final SortedMap<CounterKey, Integer> wanted = new TreeMap<>();
  private final LockedCounters counters;
  private final Map<SeatKey, BookingId> conflicts;
  private final Demand demand;
  private final @Nullable NotOnSale notOnSale;

  /** What is asked for beside units: by which terms, and when. */
  record Demand(Sale sale, Instant now) {}

  /**
   * Looks whether there is room.
   *
   * @param moved what the transition moves; what it gives back needs no room
   * @param counters the counters, locked
   * @param conflicts the seats it wants that others have
   * @param demand what is asked for beside units
   */
  Room(
      SortedMap<CounterKey, Integer> moved,
      LockedCounters counters,
      Map<SeatKey, BookingId> conflicts,
      Demand demand) {
    this.moved = moved;
    this.counters = counters;
    this.conflicts = new TreeMap<>(conflicts);
    this.demand = demand;
    moved.forEach(
        (key, units) -> {
          if (units > 0) { // what goes from one fare class to another is weighed at the pool, too
            wanted.merge(key.pool(SubPool.parent(key.pool())), units, Math::max);
          }
        });
    notOnSale = judge();
  }

  /**
   * The occurrence whose terms moved on since they were read, or null; also of lines that take no
   * more than comes back, since the terms say under which names they are counted.
   */
  @Nullable OccurrenceId stale() {
    for (BookedLine line : demand.sale().resolved()) {
      CounterKey any =
          new CounterKey(line.occurrence(), line.takes().firstKey(), line.legs().from());
      Counter counter = counters.get(any.pool(SubPool.parent(any.pool())));
      if (counter != null && !demand.sale().isCurrent(counter)) {
        return line.occurrence();
      }
    }
    return null;
  }

  /** Why what is wanted is not sold, or null. */
  @Nullable NotOnSale notOnSale() {
    return notOnSale;
  }

  private @Nullable NotOnSale judge() {
    Set<OccurrenceId> occurrences = new LinkedHashSet<>();
    for (CounterKey key : wanted.keySet()) {
      if (counters.get(key) == null) {
        return new NotOnSale(key.occurrence(), NotOnSale.Reason.UNKNOWN);
      }
      occurrences.add(key.occurrence());
    }
    return demand.sale().refusal(occurrences, demand.now());
  }

  /** The promo code's uses are what is short: told apart, since no date helps against it. */
  @Nullable NotOnSale promoUsedUp() {
    Promotion promotion = demand.sale().promotion();
    if (promotion == null || !shortKeys().contains(PromoTable.uses(promotion.stored().id()))) {
      return null;
    }
    OccurrenceId occurrence = demand.sale().resolved().get(0).occurrence();
    return new NotOnSale(occurrence, NotOnSale.Reason.PROMO_USED_UP, promotion.use().code());
  }

  /** The counters that it takes units of. */
  Set<CounterKey> wantedKeys() {
    return wanted.keySet();
  }

  boolean enough() {
    return shortKeys().isEmpty() && conflicts.isEmpty();
  }

  /** The counters with fewer units than wanted. */
  List<CounterKey> shortKeys() {
    return wanted.keySet().stream().filter(this::isShort).toList();
  }

  /** The counters that a refusal tells about, so that no expired hold may be left in them. */
  List<CounterKey> toldKeys() {
    return wanted.keySet().stream().filter(key -> isShort(key) || isBesideTakenSeat(key)).toList();
  }

  private boolean isShort(CounterKey key) {
    return available(key) < moved.getOrDefault(key, 0);
  }

  private boolean isBesideTakenSeat(CounterKey key) {
    return conflicts.keySet().stream()
        .anyMatch(seat -> seat.occurrence().equals(key.occurrence()) && seat.leg() == key.leg());
  }

  /** The bookings that have the seats wanted. */
  List<BookingId> seatOwners() {
    return conflicts.values().stream().distinct().toList();
  }

  /**
   * What is short, by occurrence and pool.
   *
   * @param poolOf tells the pool of a seat
   */
  SoldOut soldOut(Function<SeatKey, String> poolOf) {
    SortedMap<CounterKey, List<CounterKey>> shortLegs = new TreeMap<>();
    shortKeys()
        .forEach(key -> shortLegs.computeIfAbsent(pool(key), k -> new ArrayList<>()).add(key));
    List<Shortage> shortages = new ArrayList<>();
    shortLegs.values().forEach(legs -> shortages.add(ofUnits(legs)));
    SortedMap<CounterKey, List<SeatKey>> takenSeats = new TreeMap<>();
    for (SeatKey seat : conflicts.keySet()) {
      CounterKey pool = new CounterKey(seat.occurrence(), poolOf.apply(seat), 0);
      takenSeats.computeIfAbsent(pool, k -> new ArrayList<>()).add(seat);
    }
    takenSeats.forEach((pool, seats) -> shortages.add(ofSeats(pool, seats)));
    return new SoldOut(shortages);
  }

  private Shortage ofUnits(List<CounterKey> legs) {
    return shortage(legs, List.of());
  }

  private Shortage ofSeats(CounterKey pool, List<SeatKey> seats) {
    TreeSet<String> labels = new TreeSet<>();
    List<CounterKey> legs = new ArrayList<>();
    for (SeatKey seat : seats) {
      labels.add(seat.seat());
      legs.add(new CounterKey(pool.occurrence(), pool.pool(), seat.leg()));
    }
    return shortage(legs, List.copyOf(labels));
  }

  private Shortage shortage(List<CounterKey> legs, List<String> seats) {
    CounterKey shortest = legs.get(0);
    for (CounterKey leg : legs) {
      shortest = available(leg) < available(shortest) ? leg : shortest;
    }
    int free = Math.max(0, available(shortest));
    return new Shortage(
        shortest.occurrence(), shortest.pool(), range(legs), wanted(shortest), free, seats);
  }

  private static LegRange range(List<CounterKey> legs) {
    int from = legs.stream().mapToInt(CounterKey::leg).min().orElseThrow();
    int to = legs.stream().mapToInt(CounterKey::leg).max().orElseThrow();
    return new LegRange(from, to + 1);
  }

  private static CounterKey pool(CounterKey key) {
    return new CounterKey(key.occurrence(), key.pool(), 0);
  }

  private int wanted(CounterKey key) {
    return wanted.getOrDefault(key, 0);
  }

  private int available(CounterKey key) {
    int withheld = demand.sale().withheld(key, this::takenAfter, demand.now());
    return Objects.requireNonNull(counters.get(key)).available() - withheld;
  }

  private int takenAfter(CounterKey key) {
    Counter counter = counters.get(key);
    return (counter == null ? 0 : counter.taken()) + moved.getOrDefault(key, 0);
  }
}
