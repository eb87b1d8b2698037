package io.travelsuite.examples.server.api;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.examples.server.office.Departures;
import io.travelsuite.examples.server.refund.Refund;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.sale.Allotment;
import io.travelsuite.security.input.Escapes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators are answered, field by field. */
final class OfficeViews {

  private OfficeViews() {}

  record DepartureView(
      String id,
      Instant startsAt,
      String localStart,
      String state,
      Map<String, Views.PoolView> pools,
      @Nullable List<AllotmentView> allotments) {}

  record AllotmentView(String pool, String channel, int units, Instant releasedAt) {}

  static DepartureView departure(Availability of, @Nullable List<Allotment> allotments) {
    return new DepartureView(
        of.occurrence().toString(),
        of.startsAt(),
        of.localStart().toString(),
        of.state().name(),
        Views.pools(of.legs()),
        allotments == null ? null : allotments.stream().map(OfficeViews::allotment).toList());
  }

  static DepartureView departure(Departures.Departure departure) {
    return departure(departure.availability(), departure.allotments());
  }

  private static AllotmentView allotment(Allotment kept) {
    return new AllotmentView(kept.pool(), kept.channel(), kept.units(), kept.releasedAt());
  }

  record TravellerView(
      String booking,
      String reference,
      String state,
      Views.@Nullable Person customer,
      List<Views.LineView> lines) {}

  static TravellerView traveller(Booking booking, OccurrenceId departure) {
    return new TravellerView(
        booking.id().toString(),
        booking.reference(),
        booking.state().name(),
        Views.person(booking.customer()),
        booking.lines().stream()
            .filter(line -> line.occurrence().equals(departure))
            .map(Views::line)
            .toList());
  }

  static final String CSV_HEAD = "reference,state,name,phone,unit,seat,place\r\n";

  /** A line for each place of a booking; what a spreadsheet would take for a formula is text. */
  static String csv(Booking booking, OccurrenceId departure) {
    StringBuilder csv = new StringBuilder();
    for (BookedLine line : booking.lines()) {
      for (int unit = 0;
          line.occurrence().equals(departure) && unit < line.units().size();
          unit++) {
        csv.append(
            Stream.of(
                    booking.reference(),
                    booking.state().name(),
                    booking.customer().name(),
                    booking.customer().phone(),
                    line.fareUnit(),
                    line.seats().isEmpty() ? "" : line.seats().get(unit),
                    line.units().get(unit).name())
                .map(field -> Escapes.csv(Objects.requireNonNullElse(field, "")))
                .collect(Collectors.joining(",", "", "\r\n")));
      }
    }
    return csv.toString();
  }

  record RefundView(
      String id, String booking, String amount, String reason, String state, Who who) {}

  record Who(String askedBy, Instant askedAt, @Nullable String decidedBy) {}

  static RefundView refund(Refund refund) {
    return new RefundView(
        refund.id().toString(),
        refund.what().booking().toString(),
        refund.what().amount().toString(),
        refund.what().reason(),
        refund.state().name(),
        new Who(refund.asked().by(), refund.asked().at(), refund.decidedBy()));
  }
}
