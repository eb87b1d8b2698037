package io.travelsuite.jdbc;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls through a lane as the combining engine does, with a step of the test's. Thread-safe. */
final class LaneCaller {

  private final Lane<Integer, Integer> lane;
  private final Duration patience;
  private final Step step;

  LaneCaller(Lane<Integer, Integer> lane, Duration patience, Step step) {
    this.lane = lane;
    this.patience = patience;
    this.step = step;
  }

  /** What a leader does for all; may leave calls unsettled. */
  interface Step {
    void carryOut(Lane.Batch<Integer, Integer> batch);
  }

  /** There were too many already. */
  static final class FullException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The answer, or nothing when it was given up. */
  Optional<Integer> call(int request, @Nullable OccurrenceId departure) {
    Call<Integer, Integer> call = new Call<>(request, departure, patience.toNanos());
    if (!lane.enter(call)) {
      throw new FullException();
    }
    Optional<Lane.Batch<Integer, Integer>> batch = lane.await(call);
    while (batch.isPresent()) {
      if (!batch.get().calls().contains(call)) {
        throw new AssertionError("leads a batch without its own call");
      }
      try {
        step.carryOut(batch.get());
      } finally {
        lane.finish(batch.get());
      }
      batch = lane.await(call);
    }
    return Optional.ofNullable(call.answer());
  }
}
