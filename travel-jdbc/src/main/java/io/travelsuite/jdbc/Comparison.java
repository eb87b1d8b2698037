package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.integrity.Drift;
import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What is stored for an occurrence beside what follows from its bookings. */
record Comparison(
    OccurrenceId occurrence,
    SortedMap<CounterKey, Counter> counters,
    SortedMap<SeatKey, BookingId> seats,
    List<HoldTable.Entry> holds,
    Entitlements booked) {

  static Comparison of(Handle handle, OccurrenceId occurrence) {
    SortedMap<CounterKey, Counter> counters = new TreeMap<>();
    handle
        .createQuery("SELECT * FROM travel_counter WHERE occurrence_id = ?")
        .bind(0, BinaryId.bytes(occurrence.value()))
        .map((row, context) -> CounterRows.counter(row))
        .forEach(counter -> counters.put(counter.key(), counter));
    return new Comparison(
        occurrence,
        counters,
        SeatTable.of(handle, occurrence),
        HoldTable.of(handle, occurrence),
        Entitlements.of(handle, occurrence));
  }

  List<Drift> drift() {
    List<Drift> found = new ArrayList<>();
    counterDrift(found);
    seatDrift(found);
    holdDrift(found);
    return found;
  }

  private void counterDrift(List<Drift> found) {
    SortedSet<CounterKey> keys = new TreeSet<>(counters.keySet());
    keys.addAll(booked.units().keySet());
    for (CounterKey key : keys) {
      Counter counter = counters.get(key);
      int units = booked.units().getOrDefault(key, 0);
      if (counter == null) {
        found.add(new Drift.CounterDrift(occurrence, key.pool(), key.leg(), -1, units));
        continue;
      }
      int overhang = Math.max(0, units - counter.capacity().sellable());
      if (counter.taken() != units) {
        found.add(
            new Drift.CounterDrift(occurrence, key.pool(), key.leg(), counter.taken(), units));
      } else if (counter.overhang() != overhang) {
        found.add(
            new Drift.OverhangDrift(
                occurrence, key.pool(), key.leg(), counter.overhang(), overhang));
      }
    }
  }

  private void seatDrift(List<Drift> found) {
    found.addAll(booked.soldTwice());
    SortedSet<SeatKey> keys = new TreeSet<>(seats.keySet());
    keys.addAll(booked.seats().keySet());
    for (SeatKey key : keys) {
      BookingId stored = seats.get(key);
      BookingId owner = booked.seats().get(key);
      boolean soldTwice =
          booked.soldTwice().stream()
              .anyMatch(two -> two.seat().equals(key.seat()) && two.leg() == key.leg());
      if (!soldTwice && (stored == null || !stored.equals(owner))) {
        found.add(new Drift.SeatDrift(occurrence, key.leg(), key.seat(), stored, owner));
      }
    }
  }

  private void holdDrift(List<Drift> found) {
    Map<UUID, BookingId> differing = new TreeMap<>(BinaryId::compare);
    for (HoldTable.Entry entry : holds) {
      if (!booked.holds().contains(entry)) {
        differing.put(entry.booking().value(), entry.booking());
      }
    }
    for (HoldTable.Entry entry : booked.holds()) {
      if (!holds.contains(entry)) {
        differing.put(entry.booking().value(), entry.booking());
      }
    }
    differing.values().forEach(booking -> found.add(new Drift.HoldDrift(occurrence, booking)));
  }
}
