package io.travelsuite.jdbc.model;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transitions of bookings, most of them from a state from which they lead on. */
final class BookingOperations {

  private final ModelTravel known;
  private final Dice dice;
  private final LineChoice choice;

  BookingOperations(ModelTravel known, Dice dice) {
    this.known = known;
    this.dice = dice;
    this.choice = new LineChoice(known, dice);
  }

  /** A booking, most often a late one and in one of these states. */
  private Optional<ModelBooking> booking(BookingState... states) {
    List<ModelBooking> fit =
        known.bookings.stream()
            .filter(booking -> Set.of(states).contains(booking.state(known.now())))
            .toList();
    List<ModelBooking> from = fit.isEmpty() || dice.chance(25) ? known.bookings : fit;
    if (from.isEmpty() || dice.chance(2)) {
      return Optional.empty();
    }
    int late = Math.max(0, from.size() - 20);
    return Optional.of(dice.of(dice.chance(70) ? from.subList(late, from.size()) : from));
  }

  private BookingId id(Optional<ModelBooking> booking) {
    return booking.map(some -> some.id).orElseGet(() -> new BookingId(dice.uuid()));
  }

  Operation confirm() {
    Optional<ModelBooking> booking = booking(BookingState.HELD);
    BookingId id = id(booking);
    String payment = dice.chance(10) ? null : "pay " + dice.between(1, 99);
    Change change = dice.chance(25) ? changeOf(booking) : null;
    Confirmation confirmation = new Confirmation(payment, change);
    return Operation.of(
        "confirm " + id + " " + confirmation,
        travel -> travel.bookings().confirm(id, confirmation));
  }

  Operation extend() {
    BookingId id = id(booking(BookingState.HELD));
    List<Duration> some =
        List.of(
            Duration.ofMillis(dice.between(999, 1_000)),
            known.longestHold,
            Duration.ofSeconds(dice.between(1, 2_400)),
            Duration.ofSeconds(dice.between(1, 2_400)),
            Duration.ofSeconds(Long.MAX_VALUE));
    Duration lifetime = dice.of(some);
    return Operation.of(
        "extend " + id + " by " + lifetime, travel -> travel.bookings().extend(id, lifetime));
  }

  Operation change() {
    Optional<ModelBooking> booking = booking(BookingState.HELD, BookingState.CONFIRMED);
    BookingId id = id(booking);
    Change change = changeOf(booking);
    return Operation.of(
        "change " + id + " " + change, travel -> travel.bookings().change(id, change));
  }

  private Change changeOf(Optional<ModelBooking> booking) {
    return booking
        .map(this::changeOf)
        .orElseGet(() -> new Change(Set.of(dice.between(-1, 2)), choice.lines(1)));
  }

  /** Often to the occurrences of the lines given back, where old and new are weighed as one. */
  private Change changeOf(ModelBooking booking) {
    Set<Integer> removed = new HashSet<>();
    List<Line> added = new ArrayList<>();
    for (BookedLine line : dice.some(dice.between(0, 2), List.copyOf(booking.lines.values()))) {
      removed.add(line.number());
      if (dice.chance(85)) {
        added.add(choice.line(known.occurrence(line.occurrence()).orElseThrow()));
      }
    }
    if (dice.chance(3)) {
      removed.add(dice.between(-1, 9));
    }
    if (dice.chance(20) || (removed.isEmpty() && added.isEmpty())) {
      added.addAll(choice.lines(2, booking.operator));
    }
    return new Change(removed, added);
  }

  Operation release() {
    BookingId id = id(booking(BookingState.HELD, BookingState.RELEASED));
    return Operation.of("release " + id, travel -> travel.bookings().release(id));
  }

  Operation cancel() {
    Optional<ModelBooking> booking = booking(BookingState.CONFIRMED, BookingState.CANCELLED);
    BookingId id = id(booking);
    UnitSelection units = units(booking);
    return Operation.of(
        "cancel " + id + " " + units, travel -> travel.bookings().cancel(id, units));
  }

  Operation redeem() {
    Optional<ModelBooking> booking = booking(BookingState.CONFIRMED, BookingState.REDEEMED);
    BookingId id = id(booking);
    UnitSelection units = units(booking);
    return Operation.of(
        "redeem " + id + " " + units, travel -> travel.bookings().redeem(id, units));
  }

  private UnitSelection units(Optional<ModelBooking> booking) {
    if (booking.isEmpty() || booking.get().lines.isEmpty() || dice.chance(15)) {
      return UnitSelection.all();
    }
    if (dice.chance(4)) {
      return new UnitSelection(new TreeMap<>(Map.of(dice.between(-1, 4), Set.of())));
    }
    TreeMap<Integer, Set<Integer>> units = new TreeMap<>();
    List<BookedLine> lines = List.copyOf(booking.get().lines.values());
    for (BookedLine line : dice.some(dice.of(List.of(1, 1, 1, 2)), lines)) {
      units.put(line.number(), places(line));
    }
    return new UnitSelection(units);
  }

  private Set<Integer> places(BookedLine line) {
    if (dice.chance(20)) {
      return Set.of();
    }
    if (dice.chance(3)) {
      return Set.of(0, dice.of(List.of(-1, line.units().size())));
    }
    int last = line.units().size() - 1;
    return Stream.of(dice.between(0, last), dice.between(0, last)).collect(Collectors.toSet());
  }

  Operation noShow() {
    BookingId id = id(booking(BookingState.CONFIRMED, BookingState.NO_SHOW));
    return Operation.of("noShow " + id, travel -> travel.bookings().noShow(id));
  }
}
