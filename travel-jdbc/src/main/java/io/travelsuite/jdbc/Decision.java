package io.travelsuite.jdbc;

/** What an operation makes of the booking it found under the lock. */
sealed interface Decision<R> {

  /** Answered; nothing is to be written. */
  record Answer<R>(R result) implements Decision<R> {}

  /** To be written if there is room, and then answered so. */
  record Write<R>(Transition transition, R result) implements Decision<R> {}
}
