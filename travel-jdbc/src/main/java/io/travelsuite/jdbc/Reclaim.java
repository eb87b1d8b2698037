package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.LegRange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/**
 * Gives back the units of holds that expired, when they are wanted. No sweeper is needed: holds
 * that take what is short are found by a bounded plain read and expired under the lock.
 */
final class Reclaim {

  private static final int MOST_HOLDS = 64;

  /** Holds of many nights end a batch early, so that no round locks thousands of rows. */
  private static final int MOST_COUNTERS = 1_000;

  private final Handle handle;
  private final LockedCounters counters;
  private final boolean joined;

  Reclaim(Handle handle, LockedCounters counters, boolean joined) {
    this.handle = handle;
    this.counters = counters;
    this.joined = joined;
  }

  /**
   * What could be given back.
   *
   * @param missing counters of expired holds that are not locked: lock them too and try again
   * @param expired the holds expired now, their units already back in the counters
   * @param passedOver whether somebody else has others of them locked: that units are taken is then
   *     to be doubted
   */
  record Reclaimed(SortedSet<CounterKey> missing, List<Transition> expired, boolean passedOver) {

    List<BookingId> bookings() {
      return expired.stream().map(t -> t.after().id()).toList();
    }
  }

  /**
   * What is wanted.
   *
   * @param units the counters that are short
   * @param seatOwners the bookings that have seats wanted
   */
  record Wanted(Collection<CounterKey> units, Collection<BookingId> seatOwners) {}

  /** Whether any hold that expired keeps what is wanted. */
  boolean any(Wanted wanted, Instant now) {
    return !candidates(wanted, now).isEmpty();
  }

  Reclaimed free(Wanted wanted, Instant now) {
    List<StoredBooking> holds = candidates(wanted, now);
    SortedSet<CounterKey> missing = new TreeSet<>();
    List<StoredBooking> covered = new ArrayList<>();
    for (StoredBooking hold : holds) {
      Set<CounterKey> keys = Taking.of(hold.booking()).units().keySet();
      if (counters.cover(keys)) {
        covered.add(hold);
      } else {
        missing.addAll(keys);
      }
      if (missing.size() > MOST_COUNTERS) {
        break;
      }
    }
    if (!missing.isEmpty() && !joined) {
      return new Reclaimed(missing, List.of(), false);
    }
    return expire(covered);
  }

  private List<StoredBooking> candidates(Wanted wanted, Instant now) {
    SortedMap<CounterKey, LegRange> legs = new TreeMap<>();
    for (CounterKey key : wanted.units()) {
      legs.merge(
          new CounterKey(key.occurrence(), key.pool(), 0),
          new LegRange(key.leg(), key.leg() + 1),
          (a, b) -> new LegRange(Math.min(a.from(), b.from()), Math.max(a.to(), b.to())));
    }
    Set<BookingId> ids = new LinkedHashSet<>(wanted.seatOwners());
    HoldTable.ExpiredLimit limit = new HoldTable.ExpiredLimit(now, MOST_HOLDS);
    legs.forEach((pool, range) -> ids.addAll(HoldTable.expired(handle, pool, range, limit)));
    return BookingReader.read(handle, ids).stream().filter(hold -> hold.expired(now)).toList();
  }

  /** A hold that somebody else has locked, or that moved on since it was read, is passed over. */
  private Reclaimed expire(List<StoredBooking> holds) {
    if (holds.isEmpty()) {
      return new Reclaimed(new TreeSet<>(), List.of(), false);
    }
    List<BookingId> ids = holds.stream().map(hold -> hold.booking().id()).toList();
    Map<BookingId, Integer> versions = BookingTable.lockFree(handle, ids);
    List<Transition> expired = new ArrayList<>();
    for (StoredBooking hold : holds) {
      Integer version = versions.get(hold.booking().id());
      if (version != null && version == hold.booking().version()) {
        Transition expiry = Transition.expiry(hold);
        counters.move(Taking.moved(expiry.takingBefore(), expiry.takingAfter()));
        expired.add(expiry);
      }
    }
    return new Reclaimed(new TreeSet<>(), expired, versions.size() < holds.size());
  }
}
