package io.travelsuite.examples.replay;

import io.travelsuite.examples.program.Workers;
import java.util.List;

/**
 * Plays a trace through the library: date by date all bookings, a barrier, all cancellations, a
 * barrier. The workers begin the rows in file order.
 */
final class ReplayRun {

  private final FrontDesk desk;
  private final Workers workers;
  private final TraceClock clock;

  ReplayRun(FrontDesk desk, Workers workers, TraceClock clock) {
    this.desk = desk;
    this.workers = workers;
    this.clock = clock;
  }

  /**
   * Plays all of it.
   *
   * @param step run by any thread when a booking is answered and when a cancellation is done or not
   *     due
   * @return what the library answered
   */
  Ledger play(Trace trace, Runnable step) {
    Ledger ledger = new Ledger(trace);
    for (TraceDay day : trace.days()) {
      clock.setToBookings(day.date());
      book(day.bookings(), ledger, step);
      clock.setToCancellations(day.date());
      cancel(day.cancellations(), ledger, step);
    }
    return ledger;
  }

  /** How often {@link #play} runs its step. */
  static long steps(Trace trace) {
    return trace.days().stream()
        .mapToLong(day -> day.bookings().size() + day.cancellations().size())
        .sum();
  }

  private void book(List<TraceRow> rows, Ledger ledger, Runnable step) {
    List<Outcome> outcomes =
        workers.each(
            rows,
            row -> {
              Outcome outcome = desk.book(row);
              step.run();
              return outcome;
            });
    for (int i = 0; i < rows.size(); i++) {
      ledger.booked(rows.get(i), outcomes.get(i));
    }
  }

  private void cancel(List<TraceRow> rows, Ledger ledger, Runnable step) {
    List<TraceRow> confirmed = rows.stream().filter(ledger::isConfirmed).toList();
    workers.each(
        confirmed,
        row -> {
          desk.cancel(row);
          step.run();
          return row;
        });
    confirmed.forEach(ledger::cancelled);
    for (int refused = confirmed.size(); refused < rows.size(); refused++) {
      step.run();
    }
  }
}
