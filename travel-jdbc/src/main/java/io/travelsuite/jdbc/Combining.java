package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * How callers who want to book at the same time are combined: one leads and decides for all who
 * wait, in one transaction. The defaults were measured on two cores; see docs/performance.md.
 *
 * @param leaders how many lead at a time, 2 to 16; 3 by default. Each uses a connection; one of
 *     them never waits for a lock, so that a departure locked for long does not stall the others
 * @param mostBatch how many calls a leader decides at once, 1 to 1,000; 256 by default
 * @param mostQueued how many calls may wait, 1 to 1,000,000; 10,000 by default. A hold beyond is
 *     answered {@code Busy} at once
 * @param patience how long a call waits for a leader to take it, 1 ms to 10 minutes; 10 seconds by
 *     default. A hold that waits longer is answered {@code Busy}
 */
public record Combining(int leaders, int mostBatch, int mostQueued, Duration patience) {

  /** The defaults. */
  public static final Combining DEFAULT = new Combining(3, 256, 10_000, Duration.ofSeconds(10));

  /** So many calls for one departure are worth a batch of their own. */
  private static final int HOT = 8;

  /** Checks the ranges. */
  public Combining {
    unless(leaders >= 2 && leaders <= 16, "leaders", leaders, "must be 2 to 16");
    unless(mostBatch >= 1 && mostBatch <= 1_000, "mostBatch", mostBatch, "must be 1 to 1,000");
    unless(
        mostQueued >= 1 && mostQueued <= 1_000_000,
        "mostQueued",
        mostQueued,
        "must be 1 to 1,000,000");
    unless(
        patience.compareTo(Duration.ofMillis(1)) >= 0
            && patience.compareTo(Duration.ofMinutes(10)) <= 0,
        "patience",
        patience,
        "must be 1 ms to 10 minutes");
  }

  LaneLimits limits() {
    return new LaneLimits(leaders, mostBatch, mostQueued, HOT);
  }
}
