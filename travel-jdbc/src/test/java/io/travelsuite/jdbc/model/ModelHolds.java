package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OperatorId;
import java.util.List;
import java.util.Optional;

/** Makes holds, each request once. */
final class ModelHolds {

  private final ModelTravel travel;
  private final ModelLines reader;
  private final ModelWeighing weighing;

  ModelHolds(ModelTravel travel) {
    this.travel = travel;
    this.reader = new ModelLines(travel);
    this.weighing = new ModelWeighing(travel);
  }

  HoldResult hold(HoldRequest request) {
    unless(
        request.lifetime().compareTo(travel.longestHold) <= 0,
        "lifetime",
        request.lifetime(),
        "must be at most the longest hold");
    ModelLines.Read read = reader.read(request.lines(), request.channel());
    if (read.unknown().isPresent()) {
      return refused(request, read);
    }
    List<BookedLine> lines = read.lines();
    ModelLines.checkSeatsDiffer(lines);
    OperatorId operator = read.operator().orElseThrow();
    Optional<ModelBooking> earlier = earlier(request, operator);
    if (earlier.isPresent()) {
      return repeated(request, earlier.get());
    }
    return sell(request, lines, operator);
  }

  private HoldResult sell(HoldRequest request, List<BookedLine> lines, OperatorId operator) {
    ModelWeighing.Wish wish = new ModelWeighing.Wish(lines, List.of(), request.channel());
    Optional<NotOnSale> notOnSale = reader.notOnSale(wish, request.lines());
    if (notOnSale.isPresent()) {
      return notOnSale.get();
    }
    List<Shortage> shortages = weighing.shortages(wish);
    if (!shortages.isEmpty()) {
      return new SoldOut(shortages);
    }
    ModelSeating seating = new ModelSeating(travel, wish, request.lines());
    if (seating.refusal().isPresent()) {
      return seating.refusal().get();
    }
    return new Held(make(request, seating.lines(), operator).asOf(travel.now()), false);
  }

  /** The retry of a hold gets its booking, though such units are not sold any more. */
  private HoldResult refused(HoldRequest request, ModelLines.Read read) {
    NotOnSale refusal = read.unknown().orElseThrow();
    if (refusal.reason() == NotOnSale.Reason.UNKNOWN) {
      return refusal;
    }
    return earlier(request, read.operator().orElseThrow())
        .map(booking -> repeated(request, booking))
        .orElse(refusal);
  }

  /** The booking of that id, and if there is none, the one of that key. */
  private Optional<ModelBooking> earlier(HoldRequest request, OperatorId operator) {
    if (travel.has(Flaw.FORGETS_KEYS)) {
      return Optional.empty();
    }
    String key = request.key();
    return Optional.ofNullable(request.id())
        .flatMap(travel::booking)
        .or(
            () ->
                travel.bookings.stream()
                    .filter(known -> key != null && key.equals(known.request.key()))
                    .filter(known -> known.operator.equals(operator))
                    .findFirst());
  }

  private HoldResult repeated(HoldRequest request, ModelBooking earlier) {
    boolean same = request.equals(earlier.request) || travel.has(Flaw.FORGETS_WHAT_WAS_ASKED);
    return same ? new Held(earlier.asOf(travel.now()), true) : new KeyConflict(earlier.id);
  }

  private ModelBooking make(HoldRequest request, List<BookedLine> lines, OperatorId operator) {
    BookingId chosen = request.id();
    BookingId id = chosen == null ? new BookingId(travel.adopted.id()) : chosen;
    ModelBooking.Identity identity =
        new ModelBooking.Identity(id, operator, travel.adopted.reference());
    ModelBooking booking = new ModelBooking(travel, identity, request);
    booking.add(lines);
    travel.bookings.add(booking);
    return booking;
  }
}
