package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OperatorId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Finds, lists and sweeps bookings. */
final class LookOperations {

  private final ModelTravel known;
  private final Dice dice;

  LookOperations(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
  }

  Operation find() {
    if (known.bookings.isEmpty()) {
      return find(new BookingId(dice.uuid()));
    }
    ModelBooking booking = dice.of(known.bookings);
    OperatorId operator = dice.chance(90) ? booking.operator : dice.of(known.operators).id();
    return switch (dice.between(0, 2)) {
      case 0 -> find(dice.chance(3) ? new BookingId(dice.uuid()) : booking.id);
      case 1 -> findByReference(operator, typed(booking.reference));
      default -> findByKey(operator, key(booking));
    };
  }

  static Operation find(BookingId id) {
    return Operation.look("find " + id, travel -> travel.bookings().find(id));
  }

  static Operation findByReference(OperatorId operator, String reference) {
    return Operation.look(
        "find of " + operator + " by reference " + reference,
        travel -> travel.bookings().findByReference(operator, reference));
  }

  static Operation findByKey(OperatorId operator, String key) {
    return Operation.look(
        "find of " + operator + " by key " + key,
        travel -> travel.bookings().findByKey(operator, key));
  }

  /** As people type it. */
  private String typed(String reference) {
    return switch (dice.between(0, 4)) {
      case 0 -> reference.toLowerCase(Locale.ROOT);
      case 1 -> " " + reference.substring(0, 5) + "-" + reference.substring(5) + " ";
      case 2 -> reference.substring(1);
      default -> reference;
    };
  }

  /** Its own, or one that a careless collation takes for it. */
  private String key(ModelBooking booking) {
    String key = Objects.requireNonNullElse(booking.request.key(), "none");
    return switch (dice.between(0, 4)) {
      case 0 -> key + " ";
      case 1 -> key.toUpperCase(Locale.ROOT);
      default -> key;
    };
  }

  Operation manifest() {
    OccurrenceId occurrence =
        dice.chance(2) ? new OccurrenceId(dice.uuid()) : dice.of(known.occurrences).id();
    List<BookingState> states =
        dice.some(dice.between(1, 5), List.copyOf(EnumSet.allOf(BookingState.class)));
    BookingId after =
        known.bookings.isEmpty() || dice.chance(50) ? null : dice.of(known.bookings).id;
    int limit = dice.of(List.of(1, 2, 5, 20, 1_000));
    return manifest(new ManifestRequest(occurrence, EnumSet.copyOf(states), after, limit));
  }

  static Operation manifest(ManifestRequest request) {
    return Operation.look("manifest " + request, travel -> travel.bookings().manifest(request));
  }

  /** What it sweeps is neither seen nor missed; how many, within limits. */
  Operation sweep() {
    int most = dice.of(List.of(1, 2, 5, 10_000, 10_000, 10_000, 0, 10_001));
    return Operation.look("sweepExpired " + most, travel -> travel.bookings().sweepExpired(most));
  }

  static Operation verify() {
    return Operation.look("verify", travel -> travel.integrity().verify());
  }
}
