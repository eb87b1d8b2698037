package io.travelsuite.examples.gtfs;

import io.travelsuite.Travel;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import io.travelsuite.integrity.Drift;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.ArrayList;
import java.util.List;

/** An import into one database, a workload on it, and the checks of both. */
final class Session {

  private final Plan plan;
  private final Workers workers;
  private final Report report;
  private final StoredRows rows;
  private final Travel travel;

  /** Migrates the database. */
  Session(Plan plan, Workers workers, ProgramDatabase database, Report report) {
    this.plan = plan;
    this.workers = workers;
    this.report = report;
    this.rows = new StoredRows(database.dataSource());
    JdbcTravel.migrate(database.dataSource());
    this.travel = JdbcTravel.builder(database.dataSource()).clock(plan.clock()).build();
  }

  /** Puts the departures on sale. */
  Imported put() {
    Stopwatch watch = new Stopwatch();
    Imported imported = importAll(plan.timetable().series(plan.first(), plan.last()));
    report.imported(imported.changes(), watch.seconds());
    return imported;
  }

  private Imported importAll(List<Series> all) {
    try (Progress progress = report.progress("Import", plan.departures().size())) {
      return new Importer(travel, plan.timetable(), workers).put(all, progress);
    }
  }

  /** Compares what is on sale with the feed: departure by departure, and by plain counting. */
  List<Run> check(Imported imported) {
    Counts feed = Counts.of(plan.departures());
    Counts stored = rows.counts(imported.operator(), plan.start(), plan.end());
    report.counts(feed, stored);
    Catalogue catalogue = Catalogue.of(plan.departures(), imported, travel.inventory());
    catalogue.problems().forEach(report::problem);
    List<Run> crossing = ClockChanges.under(catalogue.runs());
    report.clockChanges(new ClockChanges(travel.inventory()).table(crossing));
    return catalogue.runs();
  }

  /** Sells some departures to so many parties. */
  void sell(Imported imported, List<Run> sample, int parties, long seed) {
    long before = rows.soldSeatLegs(imported.operator());
    Stopwatch watch = new Stopwatch();
    Sales sales = serve(sample, parties, seed);
    report.sales(sales, sample.size(), watch.seconds());
    sales.problems().forEach(report::problem);
    report.soldSeatLegs(sales.seatLegs(), rows.soldSeatLegs(imported.operator()) - before);
  }

  private Sales serve(List<Run> sample, int parties, long seed) {
    try (Progress progress = report.progress("Sale", parties)) {
      return new Workload(travel.bookings(), workers, seed).run(sample, parties, progress);
    }
  }

  /** Recomputes the counters, seats and holds of some departures from the bookings, and of all. */
  void verify(List<Run> sample) {
    Stopwatch watch = new Stopwatch();
    List<Drift> drift = new ArrayList<>();
    sample.forEach(run -> drift.addAll(travel.integrity().verify(run.id())));
    report.drift("the departures sold", drift, watch.seconds());
    Stopwatch again = new Stopwatch();
    report.drift("all departures", travel.integrity().verify(), again.seconds());
  }

  /** The picture of a departure. */
  String picture(Run run) {
    String title = plan.timetable().title(run.departure().tripId());
    SeatTimeline timeline =
        new TrainPicture(travel.bookings()).of(run, title + ", " + run.departure().serviceDate());
    long drawn = timeline.bars().stream().mapToLong(bar -> bar.to() - bar.from()).sum();
    report.soldSeatLegs(drawn, rows.soldSeatLegs(run.id()));
    return SeatTimelineSvg.of(timeline);
  }
}
