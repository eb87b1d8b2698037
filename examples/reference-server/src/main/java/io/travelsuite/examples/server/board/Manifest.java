package io.travelsuite.examples.server.board;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.ManifestPage;
import io.travelsuite.booking.UnitState;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.catalogue.Unit;
import io.travelsuite.inventory.OccurrenceId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A page of who travels on a departure.
 *
 * @param rows a booking each
 * @param next where the next page begins, or null
 */
record Manifest(List<Row> rows, @Nullable String next) {

  static final Manifest NONE = new Manifest(List.of(), null);

  /**
   * A booking.
   *
   * @param id of the booking
   * @param reference what its customer has in hand
   * @param name who booked, or nothing
   * @param phone theirs, or nothing
   * @param places what they booked here: {@code 2 × Adult}
   * @param seats theirs, or nothing
   * @param boarded how many have come
   */
  record Row(
      String id,
      String reference,
      String name,
      String phone,
      String places,
      String seats,
      Boarded boarded) {}

  /** How many have come, of how many. */
  record Boarded(int in, int of) {

    String kind() {
      return in == of ? "good" : in == 0 ? "" : "warn";
    }

    String text() {
      return in == of && of > 0 ? "in" : in == 0 ? "not yet" : in + " of " + of + " in";
    }
  }

  boolean any() {
    return !rows.isEmpty();
  }

  static Manifest of(Offer offer, OccurrenceId departure, ManifestPage page) {
    return new Manifest(
        page.bookings().stream().map(booking -> row(offer, departure, booking)).toList(),
        page.next() == null ? null : page.next().toString());
  }

  private static Row row(Offer offer, OccurrenceId departure, Booking booking) {
    List<String> places = new ArrayList<>();
    List<String> seats = new ArrayList<>();
    for (BookedLine line : booking.lines()) {
      if (line.occurrence().equals(departure) && line.liveUnits() > 0) {
        places.add(line.liveUnits() + " × " + unit(offer, line));
        seats.addAll(line.seats());
      }
    }
    return new Row(
        booking.id().toString(),
        booking.reference(),
        Objects.requireNonNullElse(booking.customer().name(), ""),
        Objects.requireNonNullElse(booking.customer().phone(), ""),
        String.join(", ", places),
        String.join(", ", seats),
        boarded(departure, booking));
  }

  static Boarded boarded(OccurrenceId departure, Booking booking) {
    int in = 0;
    int of = 0;
    for (BookedLine line : booking.lines()) {
      for (UnitState unit : line.units()) {
        boolean here = line.occurrence().equals(departure) && unit != UnitState.CANCELLED;
        of += here ? 1 : 0;
        in += here && unit == UnitState.REDEEMED ? 1 : 0;
      }
    }
    return new Boarded(in, of);
  }

  /** What people read of a line's fare unit. */
  static String unit(Offer offer, BookedLine line) {
    String code = Objects.requireNonNullElse(line.fareUnit(), "place");
    return offer.options().stream()
        .map((Option option) -> option.unit(code))
        .flatMap(Optional::stream)
        .map(Unit::name)
        .findFirst()
        .orElse(code);
  }
}
