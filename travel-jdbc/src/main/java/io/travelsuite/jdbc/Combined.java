package io.travelsuite.jdbc;

import java.util.Set;
import java.util.TreeSet;

/** An operation in the lane, with what rounds have learned for it. */
final class Combined {

  /** Enough to leave the lane to those who get on. */
  private static final int MOST_ROUNDS = 20;

  private final Operation<?> operation;
  private final TreeSet<CounterKey> more = new TreeSet<>();
  private int rounds;
  private int doubts;

  Combined(Operation<?> operation) {
    this.operation = operation;
  }

  Operation<?> operation() {
    return operation;
  }

  Set<CounterKey> more() {
    return more;
  }

  void again(Step.Again<?> step) {
    more.addAll(step.more());
    rounds++;
  }

  /** Whether an answer is doubted once more. */
  boolean doubts() {
    return ++doubts <= Rounds.MOST_DOUBTS;
  }

  boolean hasHadEnough() {
    return rounds >= MOST_ROUNDS;
  }
}
