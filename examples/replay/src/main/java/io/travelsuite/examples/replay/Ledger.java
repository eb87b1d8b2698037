package io.travelsuite.examples.replay;

import io.travelsuite.examples.replay.Outcome.Cancelled;
import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import io.travelsuite.examples.replay.Outcome.Skipped;
import io.travelsuite.examples.replay.Outcome.Waiting;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What became of each row, and what that means for each night. It believes what it is told and
 * refuses nothing, so that a room sold twice shows as a night above its capacity.
 *
 * <p>A night's peak is exact even when rows are booked at once: between two barriers rooms are only
 * taken or only given back, so a night is never fuller in between than at one of them.
 */
final class Ledger {

  private final Trace trace;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final Map<Hotel, SortedMap<LocalDate, Night>> nights = new EnumMap<>(Hotel.class);

  Ledger(Trace trace) {
    this.trace = trace;
    trace.rows().forEach(row -> outcomes.add(row.nights() == 0 ? new Skipped() : new Waiting()));
    for (Hotel hotel : Hotel.values()) {
      TreeMap<LocalDate, Night> empty = new TreeMap<>();
      trace.nights(hotel).forEach(date -> empty.put(date, Night.EMPTY));
      nights.put(hotel, empty);
    }
  }

  /** A request was answered. */
  void booked(TraceRow row, Outcome outcome) {
    outcomes.set(row.number() - 1, outcome);
    if (outcome instanceof Confirmed) {
      row.nightDates()
          .forEach(date -> of(row.hotel()).computeIfPresent(date, (d, n) -> n.taking()));
    } else if (outcome instanceof Refused refused) {
      refused
          .full()
          .forEach(date -> of(row.hotel()).computeIfPresent(date, (d, n) -> n.refusing()));
    }
  }

  /** A confirmed row was cancelled. */
  void cancelled(TraceRow row) {
    outcomes.set(row.number() - 1, new Cancelled());
    row.nightDates()
        .forEach(date -> of(row.hotel()).computeIfPresent(date, (d, n) -> n.givingBack()));
  }

  Outcome outcome(TraceRow row) {
    return outcomes.get(row.number() - 1);
  }

  boolean isConfirmed(TraceRow row) {
    return outcome(row) instanceof Confirmed;
  }

  /** Every night of a hotel, by date. */
  SortedMap<LocalDate, Night> nights(Hotel hotel) {
    return Collections.unmodifiableSortedMap(of(hotel));
  }

  /** The rows of a hotel that ended so. */
  int count(Hotel hotel, Class<? extends Outcome> kind) {
    return (int)
        trace.rows().stream()
            .filter(row -> row.hotel() == hotel && kind.isInstance(outcome(row)))
            .count();
  }

  /** The most rooms that were ever taken in any night. */
  int mostTaken(Hotel hotel) {
    return of(hotel).values().stream().mapToInt(Night::peak).max().orElse(0);
  }

  /** How many nights had so many rooms taken at some moment. */
  int nightsReaching(Hotel hotel, int rooms) {
    return (int) of(hotel).values().stream().filter(night -> night.peak() >= rooms).count();
  }

  Trace trace() {
    return trace;
  }

  private SortedMap<LocalDate, Night> of(Hotel hotel) {
    return nights.computeIfAbsent(hotel, any -> new TreeMap<>());
  }
}
