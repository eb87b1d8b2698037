package io.travelsuite.examples.replay;

import io.travelsuite.examples.replay.Outcome.Confirmed;
import io.travelsuite.examples.replay.Outcome.Refused;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The same rules in plain memory, row after row: what the library must answer to one worker. */
final class Simulation {

  private static final int MOST_DIFFERENCES = 10;

  private Simulation() {}

  /** Plays a trace. */
  static Ledger of(Trace trace, Capacities capacities) {
    Ledger ledger = new Ledger(trace);
    for (TraceDay day : trace.days()) {
      day.bookings().forEach(row -> ledger.booked(row, decide(row, ledger, capacities)));
      day.cancellations().stream().filter(ledger::isConfirmed).toList().forEach(ledger::cancelled);
    }
    return ledger;
  }

  private static Outcome decide(TraceRow row, Ledger ledger, Capacities capacities) {
    SortedMap<LocalDate, Night> nights = ledger.nights(row.hotel());
    List<LocalDate> full = new ArrayList<>();
    for (LocalDate date : row.nightDates()) {
      if (nights.getOrDefault(date, Night.EMPTY).taken() >= capacities.of(row.hotel())) {
        full.add(date);
      }
    }
    return full.isEmpty() ? new Confirmed() : new Refused(full);
  }

  /** Where a replay differs from a simulation, row by row and night by night; the first few. */
  static List<String> differences(Ledger simulated, Ledger replayed) {
    List<String> differences = new ArrayList<>();
    for (TraceRow row : simulated.trace().rows()) {
      note("row " + row.number(), simulated.outcome(row), replayed.outcome(row), differences);
    }
    for (Hotel hotel : Hotel.values()) {
      SortedMap<LocalDate, Night> others = replayed.nights(hotel);
      simulated
          .nights(hotel)
          .forEach(
              (date, night) ->
                  note(
                      hotel.title() + " " + date,
                      night,
                      others.getOrDefault(date, Night.EMPTY),
                      differences));
    }
    return differences;
  }

  private static void note(String what, Object simulated, Object replayed, List<String> notes) {
    if (notes.size() < MOST_DIFFERENCES && !simulated.equals(replayed)) {
      notes.add(what + ": simulated " + simulated + ", replayed " + replayed);
    }
  }
}
