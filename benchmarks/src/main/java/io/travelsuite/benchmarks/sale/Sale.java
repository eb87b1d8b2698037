package io.travelsuite.benchmarks.sale;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A way to sell units of an occurrence. Thread-safe. */
public interface Sale {

  /** Sooner than the library asks for: whoever waits is part of what is measured. */
  Duration COME_BACK_AFTER = Duration.ofMillis(200);

  /** What a caller is told. */
  enum Answer {
    /** The units are the caller's, and committed. */
    SOLD,
    /** There are not so many left. */
    SOLD_OUT,
    /** Come back later. */
    BUSY
  }

  /** One caller's wish. */
  record Wish(OccurrenceId occurrence, int units, String key) {}

  /** Sells, and returns when the outcome is durable. */
  Answer sell(Wish wish);

  /** Sells, and comes back for as long as it is told to. */
  default Answer sellInTheEnd(Wish wish) {
    Answer answer = sell(wish);
    while (answer == Answer.BUSY) {
      LockSupport.parkNanos(COME_BACK_AFTER.toNanos());
      answer = sell(wish);
    }
    return answer;
  }
}
