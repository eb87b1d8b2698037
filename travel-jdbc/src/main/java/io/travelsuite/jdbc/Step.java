package io.travelsuite.jdbc;

import java.util.Collection;
import java.util.List;

/** What one round came to for one operation. */
sealed interface Step<T> {

  /** Answered. */
  record Answered<T>(T result) implements Step<T> {}

  /**
   * An answer to be doubted: it says that units are taken, of which an expired hold has some that
   * somebody else has locked just then. Nothing was written, and another round may know better.
   */
  record Doubted<T>(T result) implements Step<T> {}

  /** Bad input that only showed under the lock, and is nobody else's concern. */
  record Failed<T>(RuntimeException cause) implements Step<T> {}

  /**
   * Nothing came of it, and another round is needed.
   *
   * @param more counters that it locks too
   * @param past whether it looks past a stale snapshot
   */
  record Again<T>(Collection<CounterKey> more, boolean past) implements Step<T> {}

  /** Somebody else has what it needs: a round that does not wait passed it over. */
  record LockedOut<T>() implements Step<T> {}

  static <T> Step<T> answer(T result) {
    return new Answered<>(result);
  }

  static <T> Step<T> again(Collection<CounterKey> more) {
    return new Again<>(more, false);
  }

  static <T> Step<T> againPastSnapshot() {
    return new Again<>(List.of(), true);
  }
}
