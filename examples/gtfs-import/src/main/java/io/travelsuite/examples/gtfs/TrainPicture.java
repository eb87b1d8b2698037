package io.travelsuite.examples.gtfs;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitState;
import io.travelsuite.examples.gtfs.SeatTimeline.Bar;
import java.util.ArrayList;
import java.util.List;

/** Who sits where from stop to stop on a departure, by its bookings. */
final class TrainPicture {

  private final Bookings bookings;

  TrainPicture(Bookings bookings) {
    this.bookings = bookings;
  }

  /** The timeline of a departure; whoever changes seats on the way has several bars. */
  SeatTimeline of(Run run, String title) {
    List<Bar> bars = new ArrayList<>();
    ManifestRequest request = ManifestRequest.of(run.id());
    ManifestPage page;
    do {
      page = bookings.manifest(request);
      page.bookings().forEach(booking -> add(booking, run, bars));
      request = page.next() == null ? request : request.after(page.next());
    } while (page.next() != null);
    List<String> stops = run.departure().calls().stream().map(Call::name).toList();
    return new SeatTimeline(title, stops, Coach.MAP.labels(), bars);
  }

  private static void add(Booking booking, Run run, List<Bar> bars) {
    for (BookedLine line : booking.lines()) {
      if (line.occurrence().equals(run.id()) && line.takes().containsKey(Coach.SEATS)) {
        for (int unit = 0; unit < line.units().size(); unit++) {
          if (line.units().get(unit) != UnitState.CANCELLED) {
            add(booking.reference(), line, unit, bars);
          }
        }
      }
    }
  }

  private static void add(String label, BookedLine line, int unit, List<Bar> bars) {
    String party = line.liveUnits() == 1 ? "alone" : line.liveUnits() + " together";
    int from = line.legs().from();
    for (int leg = from + 1; leg <= line.legs().to(); leg++) {
      String seat = line.seat(unit, from);
      if (leg == line.legs().to() || !line.seat(unit, leg).equals(seat)) {
        bars.add(new Bar(seat, from, leg, label, party));
        from = leg;
      }
    }
  }
}
