package io.travelsuite.examples.server.answer;

import java.util.function.Function;

/**
 * What an action answers.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

  /**
   * It was done.
   *
   * @param <T> what was asked for
   * @param value the same
   */
  record Done<T>(T value) implements Answer<T> {}

  /**
   * It was not, and nothing was changed.
   *
   * @param <T> what was asked for
   * @param why for programs
   * @param detail for people; holds nothing personal and nothing of the inside
   */
  record Refused<T>(Why why, String detail) implements Answer<T> {}

  /**
   * {@return the answer about something made of this one; a refusal stays}
   *
   * @param <R> of what
   * @param made makes it
   */
  default <R> Answer<R> map(Function<T, R> made) {
    return then(value -> new Done<>(made.apply(value)));
  }

  /**
   * {@return what comes next where this was done; a refusal stays}
   *
   * @param <R> what comes next
   * @param next answers it
   */
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return this instanceof Refused<T> no
        ? new Refused<>(no.why(), no.detail())
        : next.apply(((Done<T>) this).value());
  }

  /** {@return what was asked for, where a refusal cannot be} */
  default T orElseThrow() {
    if (this instanceof Refused<T> no) {
      throw new IllegalStateException(no.why() + ": " + no.detail());
    }
    return ((Done<T>) this).value();
  }

  /**
   * {@return a refusal}
   *
   * @param <T> what was asked for
   * @param why for programs
   * @param detail for people
   */
  static <T> Answer<T> refused(Why why, String detail) {
    return new Refused<>(why, detail);
  }
}
