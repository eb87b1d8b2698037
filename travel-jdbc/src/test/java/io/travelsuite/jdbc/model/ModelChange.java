package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.Refusal;
import io.travelsuite.booking.Shortage;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitState;
import io.travelsuite.booking.WrongState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Swaps lines of a booking, all or none. */
final class ModelChange {

  private final ModelTravel travel;
  private final ModelLines reader;
  private final ModelWeighing weighing;

  ModelChange(ModelTravel travel) {
    this.travel = travel;
    this.reader = new ModelLines(travel);
    this.weighing = new ModelWeighing(travel);
  }

  /** Fails where a change is wrong whatever the booking. */
  void check(Change change) {
    reader.read(change.added(), null);
  }

  /** Changes the lines, or says why not. */
  Optional<Refusal> apply(ModelBooking booking, Change change) {
    List<BookedLine> removed = change.removed().stream().flatMap(n -> line(booking, n)).toList();
    if (!mayChange(booking) || isUsed(removed)) {
      return Optional.of(new WrongState(booking.asOf(travel.now())));
    }
    String channel = booking.request.channel();
    ModelLines.Read read = reader.read(change.added(), channel);
    return read.unknown().isPresent()
        ? Optional.of(read.unknown().get())
        : swap(booking, change, removed, read);
  }

  private Optional<Refusal> swap(
      ModelBooking booking, Change change, List<BookedLine> removed, ModelLines.Read read) {
    List<BookedLine> added = read.lines();
    unless(removed.size() == change.removed().size(), "removed", change, "must be lines");
    boolean own = read.operator().isEmpty() || read.operator().get().equals(booking.operator);
    unless(own, "added", read.operator(), "must be of the booking's operator");
    checkOutcome(booking, removed, added);
    ModelWeighing.Wish wish = new ModelWeighing.Wish(added, removed, booking.request.channel());
    Optional<NotOnSale> notOnSale = reader.notOnSale(wish, change.added());
    if (notOnSale.isPresent()) {
      return Optional.of(notOnSale.get());
    }
    List<Shortage> shortages = weighing.shortages(wish);
    if (!shortages.isEmpty()) {
      return Optional.of(new SoldOut(shortages));
    }
    ModelSeating seating = new ModelSeating(travel, wish, change.added());
    if (seating.refusal().isPresent()) {
      return Optional.of(seating.refusal().get());
    }
    booking.lines.keySet().removeAll(change.removed());
    booking.add(seating.lines());
    return Optional.empty();
  }

  private static Stream<BookedLine> line(ModelBooking booking, int number) {
    return Stream.ofNullable(booking.lines.get(number));
  }

  private void checkOutcome(
      ModelBooking booking, List<BookedLine> removed, List<BookedLine> added) {
    List<BookedLine> outcome = new ArrayList<>(booking.lines.values());
    outcome.removeAll(removed);
    outcome.addAll(added);
    unless(!outcome.isEmpty(), "removed", removed, "must leave a line");
    ModelLines.checkSeatsDiffer(outcome);
    reader.checkSums(outcome);
  }

  private boolean mayChange(ModelBooking booking) {
    BookingState state = booking.state(travel.now());
    return state == BookingState.HELD || state == BookingState.CONFIRMED;
  }

  private static boolean isUsed(List<BookedLine> lines) {
    return lines.stream().anyMatch(line -> line.units().contains(UnitState.REDEEMED));
  }
}
