package io.travelsuite.examples.gtfs;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Sells to one party after the other, and takes some bookings back. Not thread-safe. */
final class Clerk {

  private static final Set<Reason> ONE_WAY_STOP =
      EnumSet.of(Reason.NO_BOARDING, Reason.NO_ALIGHTING);

  /** Of a hundred parties served, how often somebody cancels, and how often it is one person. */
  private static final int CANCELS = 20;

  private static final int ALONE = 25;

  private final Bookings bookings;
  private final RandomParties parties;
  private final List<Booking> sold = new ArrayList<>();

  Clerk(Bookings bookings, RandomParties parties) {
    this.bookings = bookings;
    this.parties = parties;
  }

  /** Serves so many parties. */
  Sales serve(int many, Progress progress) {
    Sales sales = Sales.NONE;
    for (int i = 0; i < many; i++) {
      sales = sales.plus(sell(parties.next()));
      if (!sold.isEmpty() && parties.happens(CANCELS)) {
        sales = sales.plus(cancel());
      }
      progress.step(1);
    }
    return sales;
  }

  /** Holds what a party wants, and confirms it. */
  Sales sell(Party party) {
    HoldResult result = hold(party.request());
    if (result instanceof Held held && party.allowed()) {
      Booking booking = bookings.confirm(held.booking().id(), "cash").orElseThrow();
      sold.add(booking);
      return Sales.ofSold(seatLegs(booking.lines().get(0)));
    }
    if (result instanceof SoldOut && party.allowed()) {
      return Sales.ofSoldOut();
    }
    if (result instanceof NotOnSale no && !party.allowed() && ONE_WAY_STOP.contains(no.reason())) {
      return Sales.ofNotSold();
    }
    return Sales.ofProblem(party + " was answered " + result);
  }

  private HoldResult hold(HoldRequest request) {
    HoldResult result = bookings.hold(request);
    while (result instanceof Busy again) {
      Workers.pause(again.retryAfter());
      result = bookings.hold(request);
    }
    return result;
  }

  private Sales cancel() {
    Booking booking = parties.any(sold);
    sold.remove(booking);
    BookedLine seats = booking.lines().get(0);
    boolean one = seats.units().size() > 1 && parties.happens(ALONE);
    bookings.cancel(booking.id(), one ? UnitSelection.of(0, 0) : UnitSelection.all()).orElseThrow();
    return Sales.ofCancelled(one ? seats.legs().legs() : seatLegs(seats));
  }

  private static long seatLegs(BookedLine seats) {
    return (long) seats.liveUnits() * seats.legs().legs();
  }
}
