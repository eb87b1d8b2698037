package io.travelsuite.jdbc;

import io.travelsuite.booking.AlreadyRedeemed;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Cancelled;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Extended;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.LifetimeCapReached;
import io.travelsuite.booking.MarkedNoShow;
import io.travelsuite.booking.Redeemed;
import io.travelsuite.booking.Released;
import io.travelsuite.booking.Success;
import io.travelsuite.booking.WrongState;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The booking in an answer. */
final class ResultBooking {

  private static final Map<Class<?>, Function<Booking, BookingResult>> ANSWERS =
      Map.of(
          AlreadyRedeemed.class, AlreadyRedeemed::new,
          Cancelled.class, Cancelled::new,
          Changed.class, Changed::new,
          Confirmed.class, Confirmed::new,
          Extended.class, Extended::new,
          LifetimeCapReached.class, LifetimeCapReached::new,
          MarkedNoShow.class, MarkedNoShow::new,
          Redeemed.class, Redeemed::new,
          Released.class, Released::new,
          WrongState.class, WrongState::new);

  private ResultBooking() {}

  /** The booking that an answer tells, or null. */
  static @Nullable Booking of(BookingResult result) {
    if (result instanceof Success success) {
      return success.booking();
    }
    if (result instanceof WrongState wrong) {
      return wrong.booking();
    }
    if (result instanceof AlreadyRedeemed redeemed) {
      return redeemed.booking();
    }
    return result instanceof LifetimeCapReached capped ? capped.booking() : null;
  }

  /** The same answer with another booking, where it has one. */
  static BookingResult with(BookingResult result, Booking booking) {
    if (result instanceof Held held) {
      return new Held(booking, held.repeated());
    }
    Function<Booking, BookingResult> answer = ANSWERS.get(result.getClass());
    return answer == null ? result : answer.apply(booking);
  }
}
