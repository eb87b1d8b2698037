package io.travelsuite.idempotency;

import io.travelsuite.RefusedException;

/**
 * What {@link Idempotent#run} came to.
 *
 * @param <T> the result
 */
public sealed interface Ran<T> {

  /**
   * {@return the result, of this call or of the one that did it}
   *
   * @throws RefusedException when it was declined, or is not done
   */
  default T orElseThrow() {
    if (this instanceof Done<T> done && done.verdict() == Outcome.Verdict.SUCCEEDED) {
      return done.value();
    }
    throw new RefusedException(this);
  }

  /**
   * It has its outcome.
   *
   * @param <T> the result
   * @param value the result, or the refusal
   * @param verdict which of them
   * @param replayed whether an earlier call came to it
   */
  record Done<T>(T value, Outcome.Verdict verdict, boolean replayed) implements Ran<T> {}

  /**
   * It was not the caller's to do: an {@link Claim.InFlight}, a {@link Claim.Mismatch} or a {@link
   * Claim.Parked}.
   *
   * @param <T> the result
   * @param claim why not
   */
  record NotClaimed<T>(Claim claim) implements Ran<T> {}

  /**
   * What came of it is unknown, and stored as unknown; the next call asks.
   *
   * @param <T> the result
   */
  record Undecided<T>() implements Ran<T> {}

  /**
   * It was not done, and the key is free for the same request.
   *
   * @param <T> the result
   */
  record Released<T>() implements Ran<T> {}
}
