package io.travelsuite.examples.replay;

import io.travelsuite.Travel;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.integrity.Drift;
import io.travelsuite.jdbc.JdbcTravel;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.UUID;

/** A replay on one database: its nights are opened, the trace is played, the outcome is checked. */
final class Session {

  private final Trace trace;
  private final ReplaySettings settings;
  private final Workers workers;
  private final ProgramDatabase database;
  private final TraceClock clock = new TraceClock();
  private final Travel travel;
  private final Hotels hotels;

  /** Migrates the database, and adds the hotels to it. */
  Session(Trace trace, ReplaySettings settings, Workers workers, ProgramDatabase database) {
    this.trace = trace;
    this.settings = settings;
    this.workers = workers;
    this.database = database;
    trace.days().stream().findFirst().ifPresent(day -> clock.setToBookings(day.date()));
    JdbcTravel.migrate(database.dataSource());
    JdbcTravel.Builder builder = JdbcTravel.builder(database.dataSource()).clock(clock);
    this.travel = (settings.combining() ? builder : builder.withoutCombining()).build();
    // an operator of its own each time: a database that holds a replay already can take another
    this.hotels = new Hotels(travel.inventory(), "replay-" + UUID.randomUUID());
  }

  /** Opens the nights and plays the trace; tells how far it is. */
  Played play(PrintWriter out) {
    long opening = System.nanoTime();
    hotels.open(trace, settings.capacities(), workers);
    out.println(String.format(Locale.ROOT, "Opened the nights in %.1f s", secondsSince(opening)));
    out.flush();
    FrontDesk desk = new FrontDesk(travel.bookings(), hotels);
    long begun = System.nanoTime();
    try (Progress progress = new Progress("Replay", ReplayRun.steps(trace), out)) {
      Ledger ledger = new ReplayRun(desk, workers, clock).play(trace, () -> progress.step(1));
      double seconds = secondsSince(begun);
      return new Played(
          ledger,
          desk.held(),
          desk.busy(),
          seconds,
          workers.count(),
          settings.capacities(),
          database.product());
    }
  }

  /** Checks everything that can be checked; with one worker also against the simulation. */
  Checked check(Ledger ledger) {
    Audit audit = new Audit(ledger);
    audit.expectEveryRowAnswered();
    audit.expectNoNightAbove(settings.capacities());
    for (Hotel hotel : Hotel.values()) {
      SortedMap<LocalDate, Night> nights = ledger.nights(hotel);
      if (!nights.isEmpty()) {
        audit.expectTaken(hotel, hotels.taken(hotel, nights.firstKey(), nights.lastKey()));
      }
    }
    List<Drift> drift = travel.integrity().verify();
    audit.expectNone(drift);
    return new Checked(drift.size(), simulation(audit), audit.problems());
  }

  private String simulation(Audit audit) {
    if (workers.count() > 1) {
      return "not compared: " + workers.count() + " workers keep no order";
    }
    int before = audit.problems().size();
    audit.expectEqual(Simulation.of(trace, settings.capacities()));
    return audit.problems().size() == before ? "equal, row by row" : "different";
  }

  private static double secondsSince(long nanoTime) {
    return Math.max(1, System.nanoTime() - nanoTime) / 1e9;
  }
}
