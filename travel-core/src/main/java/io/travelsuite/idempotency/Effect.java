package io.travelsuite.idempotency;

/**
 * What came of doing it, as the one who did it knows.
 *
 * @param <T> the result
 */
public sealed interface Effect<T> {

  /**
   * It was done.
   *
   * @param <T> the result
   * @param value the result, kept
   */
  record Succeeded<T>(T value) implements Effect<T> {}

  /**
   * It was refused for good, and the refusal is kept.
   *
   * @param <T> the result
   * @param value the refusal
   */
  record Declined<T>(T value) implements Effect<T> {}

  /**
   * Nobody knows: it was asked for and no answer came.
   *
   * @param <T> the result
   */
  record Unknown<T>() implements Effect<T> {}

  /**
   * It was not done, for certain, and may be tried again: nothing is kept.
   *
   * @param <T> the result
   */
  record NotDone<T>() implements Effect<T> {}
}
