package io.travelsuite.examples.server.answer;

import io.travelsuite.booking.AlreadyRedeemed;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.LifetimeCapReached;
import io.travelsuite.booking.NoSuchBooking;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.WrongState;

/** The library's answers about bookings in the words of {@link Why}. */
public final class Refusals {

  private Refusals() {}

  /**
   * {@return the booking, or why not}
   *
   * @param result of the library
   */
  public static Answer<Booking> of(BookingResult result) {
    if (result instanceof Success done) {
      return new Answer.Done<>(done.booking());
    }
    if (result instanceof SoldOut soldOut) {
      return Answer.refused(Why.SOLD_OUT, "sold out: " + soldOut.available() + " left");
    }
    if (result instanceof NotOnSale not) {
      return Answer.refused(Why.NOT_ON_SALE, text(not));
    }
    if (result instanceof WrongState wrong) {
      return Answer.refused(Why.WRONG_STATE, "the booking is " + wrong.booking().state());
    }
    return Answer.refused(why(result), words(result));
  }

  private static String text(NotOnSale not) {
    return not.detail().isEmpty()
        ? "not on sale: " + not.reason()
        : "not on sale: " + not.reason() + ", " + not.detail();
  }

  private static Why why(BookingResult result) {
    if (result instanceof KeyConflict) {
      return Why.KEY_USED;
    }
    if (result instanceof Busy) {
      return Why.BUSY;
    }
    if (result instanceof LifetimeCapReached) {
      return Why.LONGEST_HOLD;
    }
    return result instanceof AlreadyRedeemed ? Why.CHECKED_IN_BEFORE : Why.NO_SUCH_BOOKING;
  }

  private static String words(BookingResult result) {
    if (result instanceof KeyConflict) {
      return "the key was used before, with another request";
    }
    if (result instanceof Busy) {
      return "too many want the same just now: try again";
    }
    if (result instanceof LifetimeCapReached reached) {
      return "the hold cannot last longer than " + reached.booking().extendableUntil();
    }
    return result instanceof NoSuchBooking
        ? "there is no booking of that id"
        : "somebody came in with it before";
  }
}
