package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.integrity.Drift;
import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What bookings take of one occurrence, read from the bookings alone, a page at a time. */
final class Entitlements {

  private static final int PAGE = 1_000;

  private final OccurrenceId occurrence;
  private final SortedMap<CounterKey, Integer> units = new TreeMap<>();
  private final SortedMap<SeatKey, BookingId> seats = new TreeMap<>();
  private final List<Drift.SeatSoldTwice> soldTwice = new ArrayList<>();
  private final Set<HoldTable.Entry> holds = new HashSet<>();

  private Entitlements(OccurrenceId occurrence) {
    this.occurrence = occurrence;
  }

  static Entitlements of(Handle handle, OccurrenceId occurrence) {
    Entitlements booked = new Entitlements(occurrence);
    Optional<BookingId> last = Optional.of(new BookingId(new UUID(0, 0)));
    while (last.isPresent()) {
      last = booked.addPage(handle, last.get());
    }
    return booked;
  }

  SortedMap<CounterKey, Integer> units() {
    return units;
  }

  SortedMap<SeatKey, BookingId> seats() {
    return seats;
  }

  List<Drift.SeatSoldTwice> soldTwice() {
    return soldTwice;
  }

  Set<HoldTable.Entry> holds() {
    return holds;
  }

  /** Adds the bookings after one; the last of a full page, or nothing. */
  private Optional<BookingId> addPage(Handle handle, BookingId after) {
    List<BookingId> page =
        handle
            .createQuery(
                """
                SELECT DISTINCT booking_id FROM travel_line FORCE INDEX (travel_line_occurrence)
                WHERE occurrence_id = ? AND booking_id > ? ORDER BY booking_id LIMIT ?
                """)
            .bind(0, BinaryId.bytes(occurrence.value()))
            .bind(1, BinaryId.bytes(after.value()))
            .bind(2, PAGE)
            .map((row, context) -> new BookingId(BinaryId.uuid(row.getBytes("booking_id"))))
            .list();
    Map<BookingId, Booking> bookings = new LinkedHashMap<>();
    BookingReader.read(handle, page)
        .forEach(stored -> bookings.put(stored.booking().id(), stored.booking()));
    bookings.values().forEach(this::add);
    return page.size() < PAGE ? Optional.empty() : Optional.of(page.get(PAGE - 1));
  }

  private void add(Booking booking) {
    Taking taking = Taking.of(booking);
    taking
        .units()
        .forEach(
            (key, taken) -> {
              if (key.occurrence().equals(occurrence)) {
                units.merge(key, taken, Integer::sum);
              }
            });
    for (SeatKey seat : taking.seats()) {
      if (seat.occurrence().equals(occurrence)) {
        BookingId other = seats.putIfAbsent(seat, booking.id());
        if (other != null) {
          soldTwice.add(
              new Drift.SeatSoldTwice(occurrence, seat.leg(), seat.seat(), other, booking.id()));
        }
      }
    }
    HoldTable.entries(booking).stream()
        .filter(entry -> entry.occurrence().equals(occurrence))
        .forEach(holds::add);
  }
}
