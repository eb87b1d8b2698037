package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.RepairReport;
import io.travelsuite.inventory.Occurrence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Mends drift of one occurrence with all its counters locked, so that nothing moves meanwhile. */
final class Repair {

  private final UnitOfWork unit;
  private final Handle handle;
  private final Occurrence occurrence;

  Repair(UnitOfWork unit, Occurrence occurrence) {
    this.unit = unit;
    this.handle = unit.handle();
    this.occurrence = occurrence;
  }

  RepairReport mend(List<Drift> reported, Instant now) {
    lockCounters();
    Comparison comparison = Comparison.of(handle, occurrence.id());
    Set<Drift> present = new HashSet<>(comparison.drift());
    List<Drift> repaired = new ArrayList<>();
    List<Drift> gone = new ArrayList<>();
    List<Drift> left = new ArrayList<>();
    for (Drift drift : reported) {
      if (!present.contains(drift)) {
        gone.add(drift);
      } else if (mend(drift, comparison)) {
        repaired.add(drift);
      } else {
        left.add(drift);
      }
    }
    if (!repaired.isEmpty()) {
      List<String> texts = repaired.stream().map(Drift::toString).toList();
      new OccurrenceEvent(EventType.OCCURRENCE_REPAIRED, Map.of("repaired", texts))
          .write(unit, occurrence, now);
    }
    return new RepairReport(repaired, gone, left);
  }

  private void lockCounters() {
    OccurrenceCounters all = new OccurrenceCounters(occurrence.id(), occurrence.legs());
    CounterTable.lock(handle, all.keys(occurrence.pools()));
  }

  private boolean mend(Drift drift, Comparison comparison) {
    if (drift instanceof Drift.CounterDrift counter) {
      return mendCounter(
          new CounterKey(occurrence.id(), counter.pool(), counter.leg()), comparison);
    }
    if (drift instanceof Drift.OverhangDrift counter) {
      return mendCounter(
          new CounterKey(occurrence.id(), counter.pool(), counter.leg()), comparison);
    }
    if (drift instanceof Drift.SeatDrift seat) {
      return mendSeat(seat);
    }
    return drift instanceof Drift.HoldDrift hold && mendHold(hold.booking());
  }

  /** A row that is missing is left: what may be sold there is not known from the bookings. */
  private boolean mendCounter(CounterKey key, Comparison comparison) {
    Counter counter = comparison.counters().get(key);
    if (counter == null) {
      return false;
    }
    int taken = comparison.booked().units().getOrDefault(key, 0);
    Counter right = counter.plus(taken - counter.taken());
    CounterTable.set(handle, List.of(right.capacity(right.capacity())));
    return true;
  }

  private boolean mendSeat(Drift.SeatDrift drift) {
    SeatKey seat = new SeatKey(occurrence.id(), drift.leg(), drift.seat());
    BookingId owner = drift.booked();
    SeatTable.delete(handle, List.of(seat));
    SeatTable.insert(handle, owner == null ? Map.of() : Map.of(seat, owner));
    return true;
  }

  /** A confirm needs no counter: the booking is locked too, and read again. */
  private boolean mendHold(BookingId id) {
    Booking booking =
        BookingReader.lock(handle, List.of(id), true).stream()
            .map(StoredBooking::booking)
            .findFirst()
            .orElse(null);
    Set<HoldTable.Entry> stored = new HashSet<>(HoldTable.of(handle, occurrence.id()));
    stored.removeIf(entry -> !entry.booking().equals(id));
    Set<HoldTable.Entry> right = HoldTable.entries(booking);
    right.removeIf(entry -> !entry.occurrence().equals(occurrence.id()));
    HoldTable.delete(handle, stored);
    HoldTable.insert(handle, right);
    return true;
  }
}
