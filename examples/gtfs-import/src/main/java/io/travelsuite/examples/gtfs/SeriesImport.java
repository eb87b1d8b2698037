package io.travelsuite.examples.gtfs;

import io.travelsuite.Travel;
import io.travelsuite.examples.gtfs.Imported.Changes;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OpenResult;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.schedule.Horizon;
import io.travelsuite.schedule.Recurrence;
import io.travelsuite.schedule.Schedule;
import io.travelsuite.schedule.ScheduleChanges;
import io.travelsuite.schedule.ScheduleId;
import io.travelsuite.schedule.ScheduleTerms;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Puts the departures of one start of one trip on sale. */
final class SeriesImport {

  /** So many at a time, for progress to be seen. */
  private static final int BATCH = 200;

  private final Travel travel;
  private final ProductId product;
  private final Series series;

  SeriesImport(Travel travel, ProductId product, Series series) {
    this.travel = travel;
    this.product = product;
    this.series = series;
  }

  /** Puts them on sale; tells how many are new, as they come. */
  Changes put(Progress progress) {
    Changes changes = series.regular().isEmpty() ? Changes.NONE : generate(progress);
    for (Departure departure : series.shifted()) {
      changes = changes.plus(open(departure, progress));
    }
    return changes;
  }

  /** Those that leave at the usual time of day are of a schedule. */
  private Changes generate(Progress progress) {
    List<LocalDate> dates =
        series.regular().stream().map(departure -> departure.localStart().toLocalDate()).toList();
    Recurrence recurrence = WeeklyRule.of(dates, series.localStart());
    ScheduleId id = travel.schedules().save(schedule(recurrence)).id();
    Horizon horizon = new Horizon(dates.get(dates.size() - 1), BATCH);
    Changes all = Changes.NONE;
    ScheduleChanges done;
    do {
      done = travel.schedules().generate(id, horizon);
      all = all.plus(changes(done));
      progress.step(done.opened().size());
    } while (done.more());
    return all;
  }

  private Schedule schedule(Recurrence recurrence) {
    Schedule schedule =
        Schedule.of(product, series.localStart().toString(), recurrence)
            .stops(stops().toArray(Stop[]::new));
    for (var pool : Coach.pools()) {
      schedule = schedule.pool(pool);
    }
    return schedule.terms(ScheduleTerms.of(SaleTerms.OPEN));
  }

  private Changes changes(ScheduleChanges done) {
    return new Changes(
        done.opened().size(),
        done.changed().size() + done.withdrawn().size(),
        done.leftAlone().stream()
            .map(one -> message(one.start() + " is left as it is: " + one.reason()))
            .toList());
  }

  /** One that leaves at another time of day is opened by itself. */
  private Changes open(Departure departure, Progress progress) {
    OccurrenceRequest request =
        new OccurrenceRequest(
            product, departure.localStart(), "", stops(), Coach.pools(), SaleTerms.OPEN);
    OpenResult result = travel.inventory().open(request);
    if (result instanceof OpenResult.LayoutConflict) {
      String problem = message(departure.localStart() + " is on sale with other stops or seats");
      return new Changes(0, 0, List.of(problem));
    }
    if (result instanceof OpenResult.Opened) {
      progress.step(1);
      return new Changes(1, 0, List.of());
    }
    return Changes.NONE;
  }

  /** Nobody waits at the first stop for the start, nor at the last for another. */
  private List<Stop> stops() {
    List<Call> calls = series.pattern().calls();
    List<Stop> stops = new ArrayList<>();
    for (int i = 0; i < calls.size(); i++) {
      Call call = calls.get(i);
      Duration arrival = i == 0 ? call.departure() : call.arrival();
      Duration departure = i == calls.size() - 1 ? arrival : call.departure();
      stops.add(
          new Stop(
              call.code(), arrival, departure, call.zone(), call.boarding(), call.alighting()));
    }
    return stops;
  }

  private String message(String what) {
    return "trip " + series.tripId() + ", " + what;
  }
}
