package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import java.util.function.Function;

/** What an operation makes of the booking it found under the lock. */
sealed interface Decision<R> {

  /** Answered; nothing is to be written. */
  record Answer<R>(R result) implements Decision<R> {}

  /** To be written if there is room, and then answered with the booking as it was written. */
  record Write<R>(Transition transition, Function<Booking, R> answer) implements Decision<R> {}
}
