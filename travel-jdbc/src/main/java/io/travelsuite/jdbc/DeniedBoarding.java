package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.schedule.DeniedUnit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Who finds no physical room if everybody comes: units get it first come, first served, those that
 * are aboard already before all others.
 */
final class DeniedBoarding {

  private static final int PAGE = 1_000;

  private final OccurrenceId occurrence;
  private final SortedMap<CounterKey, Integer> room = new TreeMap<>();
  private final List<DeniedUnit> denied = new ArrayList<>();

  private DeniedBoarding(OccurrenceId occurrence) {
    this.occurrence = occurrence;
  }

  private record Seated(Booking booking, BookedLine line, int place) {

    boolean aboard() {
      return line.units().get(place) == UnitState.REDEEMED;
    }
  }

  /** The units denied, those booked last first. */
  static List<DeniedUnit> of(Handle handle, OccurrenceId occurrence, Instant now) {
    DeniedBoarding boarding = new DeniedBoarding(occurrence);
    boolean overbooked = false;
    for (Counter counter : CounterTable.of(handle, occurrence)) {
      if (!SubPool.is(counter.key().pool())) {
        boarding.room.put(counter.key(), counter.capacity().physical());
        overbooked |= counter.taken() > counter.capacity().physical();
      }
    }
    if (overbooked) {
      List<Seated> units = boarding.units(bookings(handle, occurrence, now));
      units.stream().filter(Seated::aboard).forEach(boarding::board);
      units.stream().filter(unit -> !unit.aboard()).forEach(boarding::board);
    }
    List<DeniedUnit> last = new ArrayList<>();
    boarding.denied.forEach(unit -> last.add(0, unit));
    return List.copyOf(last);
  }

  private static List<Booking> bookings(Handle handle, OccurrenceId occurrence, Instant now) {
    List<Booking> all = new ArrayList<>();
    ManifestRequest request =
        new ManifestRequest(
            occurrence, EnumSet.of(BookingState.CONFIRMED, BookingState.REDEEMED), null, PAGE - 1);
    List<BookingId> page;
    do {
      page = Manifest.page(handle, request, now);
      BookingReader.read(handle, page).forEach(stored -> all.add(stored.booking()));
      request = page.isEmpty() ? request : request.after(page.get(page.size() - 1));
    } while (page.size() == PAGE);
    all.sort(
        Comparator.comparing(Booking::createdAt)
            .thenComparing((a, b) -> BinaryId.compare(a.id().value(), b.id().value())));
    return all;
  }

  private List<Seated> units(List<Booking> bookings) {
    List<Seated> units = new ArrayList<>();
    for (Booking booking : bookings) {
      for (BookedLine line : booking.lines()) {
        for (int place = 0; place < line.units().size(); place++) {
          boolean comes = line.units().get(place) != UnitState.CANCELLED;
          if (comes && line.occurrence().equals(occurrence)) {
            units.add(new Seated(booking, line, place));
          }
        }
      }
    }
    return units;
  }

  private void board(Seated unit) {
    CounterKey full = full(unit);
    if (full == null) {
      unit.line()
          .takes()
          .forEach(
              (pool, amount) ->
                  keys(unit.line(), pool).forEach(key -> room.merge(key, -amount, Integer::sum)));
      return;
    }
    Booking booking = unit.booking();
    denied.add(
        new DeniedUnit(
            booking.id(),
            booking.reference(),
            booking.createdAt(),
            unit.line().number(),
            unit.place(),
            full.pool(),
            full.leg()));
  }

  private @Nullable CounterKey full(Seated unit) {
    for (var take : unit.line().takes().entrySet()) {
      for (CounterKey key : keys(unit.line(), take.getKey())) {
        if (room.getOrDefault(key, 0) < take.getValue()) {
          return key;
        }
      }
    }
    return null;
  }

  private List<CounterKey> keys(BookedLine line, String pool) {
    List<CounterKey> keys = new ArrayList<>();
    for (int leg = line.legs().from(); leg < line.legs().to() && !SubPool.is(pool); leg++) {
      keys.add(new CounterKey(occurrence, pool, leg));
    }
    return keys;
  }
}
