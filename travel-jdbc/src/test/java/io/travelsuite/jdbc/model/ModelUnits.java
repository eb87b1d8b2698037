package io.travelsuite.jdbc.model;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.booking.AlreadyRedeemed;
import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.CancelResult;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.RedeemResult;
import io.travelsuite.booking.Redeemed;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.booking.UnitState;
import io.travelsuite.booking.WrongState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cancels and redeems units. */
final class ModelUnits {

  private final ModelTravel travel;

  ModelUnits(ModelTravel travel) {
    this.travel = travel;
  }

  /** One unit that a selection covers. */
  private record Unit(int line, int place, UnitState state, boolean byPlace) {}

  CancelResult cancel(ModelBooking booking, UnitSelection selection) {
    if (booking.state(travel.now()) == BookingState.CANCELLED) {
      return new Cancelled(booking.asOf(travel.now()));
    }
    List<Unit> asked = units(booking, selection);
    boolean done = asked.stream().allMatch(unit -> unit.state == UnitState.CANCELLED);
    if (!done) {
      boolean used = asked.stream().anyMatch(unit -> unit.state == UnitState.REDEEMED);
      if (used || booking.state(travel.now()) != BookingState.CONFIRMED) {
        return new WrongState(booking.asOf(travel.now()));
      }
      mark(booking, asked, UnitState.CANCELLED);
    }
    return new Cancelled(booking.asOf(travel.now()));
  }

  RedeemResult redeem(ModelBooking booking, UnitSelection selection) {
    BookingState state = booking.state(travel.now());
    if (state != BookingState.CONFIRMED && state != BookingState.REDEEMED) {
      return new WrongState(booking.asOf(travel.now()));
    }
    List<Unit> asked = units(booking, selection);
    boolean forgets = travel.has(Flaw.FORGETS_REDEEMING);
    List<Unit> usable = asked.stream().filter(unit -> isUsable(unit, forgets)).toList();
    if (anyNamed(asked, UnitState.REDEEMED) && !forgets) {
      return new AlreadyRedeemed(booking.asOf(travel.now()));
    }
    if (anyNamed(asked, UnitState.CANCELLED)) {
      return new WrongState(booking.asOf(travel.now()));
    }
    if (usable.isEmpty()) {
      boolean used = asked.stream().anyMatch(unit -> unit.state == UnitState.REDEEMED);
      return used
          ? new AlreadyRedeemed(booking.asOf(travel.now()))
          : new WrongState(booking.asOf(travel.now()));
    }
    mark(booking, usable, UnitState.REDEEMED);
    return new Redeemed(booking.asOf(travel.now()));
  }

  private static boolean isUsable(Unit unit, boolean forgets) {
    return unit.state == UnitState.ACTIVE || (forgets && unit.state == UnitState.REDEEMED);
  }

  /** Whether a unit named by its place, not with its line or booking, is in that state. */
  private static boolean anyNamed(List<Unit> asked, UnitState state) {
    return asked.stream().anyMatch(unit -> unit.byPlace && unit.state == state);
  }

  private static void mark(ModelBooking booking, List<Unit> units, UnitState state) {
    units.forEach(unit -> booking.mark(unit.line, Set.of(unit.place), state));
    booking.settle();
    booking.version++;
  }

  private static List<Unit> units(ModelBooking booking, UnitSelection selection) {
    selection.units().forEach((line, places) -> check(booking, line, places));
    List<Unit> units = new ArrayList<>();
    for (BookedLine line : booking.lines.values()) {
      boolean byPlace = !selection.units().getOrDefault(line.number(), Set.of()).isEmpty();
      for (int place = 0; place < line.units().size(); place++) {
        if (selection.covers(line.number(), place)) {
          units.add(new Unit(line.number(), place, line.units().get(place), byPlace));
        }
      }
    }
    return units;
  }

  private static void check(ModelBooking booking, int number, Set<Integer> places) {
    BookedLine line = booking.lines.get(number);
    boolean there =
        line != null
            && places.stream().allMatch(place -> place >= 0 && place < line.units().size());
    unless(there, "units", number + " " + places, "must be units of the booking");
  }
}
