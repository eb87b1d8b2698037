package io.travelsuite.benchmarks.sale;

import io.travelsuite.Travel;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;

/** Sells through the library. */
final class LibrarySale implements Sale {

  private final Travel travel;

  LibrarySale(Travel travel) {
    this.travel = travel;
  }

  @Override
  public Answer sell(Wish wish) {
    HoldResult result =
        travel.bookings().hold(HoldRequest.of(wish.occurrence(), wish.units()).key(wish.key()));
    if (result instanceof Held) {
      return Answer.SOLD;
    }
    if (result instanceof SoldOut) {
      return Answer.SOLD_OUT;
    }
    if (result instanceof Busy) {
      return Answer.BUSY;
    }
    throw new IllegalStateException("a hold was answered " + result);
  }
}
