package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.UnitState;
import io.travelsuite.inventory.OperatorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A booking and what was asked for when it was held. */
final class ModelBooking {

  final BookingId id;
  final OperatorId operator;
  final String reference;
  final HoldRequest request;
  final Instant createdAt;
  final Instant extendableUntil;

  final SortedMap<Integer, BookedLine> lines = new TreeMap<>();
  Instant expiresAt;
  int version = 1;

  /** Whether its expiry is known to be written, which makes no difference but to the version. */
  boolean swept;

  @Nullable String paymentReference;

  /** HELD also when its time is over. */
  private BookingState written = BookingState.HELD;

  private final boolean expires;
  private int nextLine;

  ModelBooking(ModelTravel travel, Identity identity, HoldRequest request) {
    this.id = identity.id;
    this.operator = identity.operator;
    this.reference = identity.reference;
    this.request = request;
    this.createdAt = travel.now();
    this.expiresAt = createdAt.plus(request.lifetime());
    this.extendableUntil = createdAt.plus(travel.longestHold);
    this.expires = !travel.has(Flaw.FORGETS_EXPIRY);
  }

  /** Who a booking is. */
  record Identity(BookingId id, OperatorId operator, String reference) {}

  /** Where it stands; a hold is over from the moment at which it expires. */
  BookingState state(Instant now) {
    boolean over = expires && written == BookingState.HELD && !now.isBefore(expiresAt);
    return over ? BookingState.EXPIRED : written;
  }

  void becomes(BookingState state) {
    written = state;
  }

  /** Takes lines, under numbers never used before. */
  void add(List<BookedLine> added) {
    for (BookedLine line : added) {
      lines.put(nextLine, numbered(line, nextLine));
      nextLine++;
    }
  }

  private static BookedLine numbered(BookedLine line, int number) {
    return line.number(number);
  }

  /** Sets the state of some units of a line. */
  void mark(int number, Collection<Integer> places, UnitState state) {
    BookedLine line = line(number);
    List<UnitState> units = new ArrayList<>(line.units());
    places.forEach(place -> units.set(place, state));
    lines.put(number, line.units(units));
  }

  BookedLine line(int number) {
    BookedLine line = lines.get(number);
    if (line == null) {
      throw new IllegalArgumentException("no line " + number);
    }
    return line;
  }

  /** A confirmed booking is over when all its units are cancelled, or the others used. */
  void settle() {
    Set<UnitState> states = unitStates();
    if (written == BookingState.CONFIRMED && !states.contains(UnitState.ACTIVE)) {
      written =
          states.contains(UnitState.REDEEMED) ? BookingState.REDEEMED : BookingState.CANCELLED;
    }
  }

  Set<UnitState> unitStates() {
    return Set.copyOf(lines.values().stream().flatMap(line -> line.units().stream()).toList());
  }

  boolean wasConfirmed() {
    return written != BookingState.HELD && written != BookingState.RELEASED;
  }

  Booking asOf(Instant now) {
    return new Booking(
        id,
        operator,
        reference,
        state(now),
        swept ? version + 1 : version,
        request.key(),
        request.channel(),
        request.customer(),
        paymentReference,
        null,
        List.copyOf(lines.values()),
        createdAt,
        wasConfirmed() ? null : expiresAt,
        extendableUntil);
  }
}
