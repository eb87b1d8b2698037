package io.travelsuite.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The one source of time: the database's clock, or the host's for tests. */
final class DatabaseClock {

  private static final Duration FRESH = Duration.ofSeconds(1);

  private final @Nullable Clock replacement;
  private volatile @Nullable Reading last;

  /** What the database's clock said, and when by our own. */
  private record Reading(Instant time, long nanoTime) {

    Instant now() {
      return UtcTime.stored(time.plusNanos(System.nanoTime() - nanoTime));
    }

    boolean fresh() {
      return System.nanoTime() - nanoTime < FRESH.toNanos();
    }
  }

  DatabaseClock(@Nullable Clock replacement) {
    this.replacement = replacement;
  }

  /**
   * Now. Ask after the lock, in a statement of its own: inside a lock statement that waited two
   * seconds the time is two seconds old.
   */
  Instant now(Handle handle) {
    if (replacement != null) {
      return UtcTime.stored(replacement.instant());
    }
    long before = System.nanoTime();
    Instant now = ask(handle);
    last = new Reading(now, before + (System.nanoTime() - before) / 2);
    return now;
  }

  /** The host's clock, where it replaces the database's. */
  @Nullable Clock replacement() {
    return replacement;
  }

  /**
   * About now: the database's clock as read within the last second, and run on by ours. Good to
   * date what is written and to set an expiry by; never to judge whether one has passed.
   */
  Instant estimate(Handle handle) {
    Reading reading = last;
    return reading != null && reading.fresh() ? reading.now() : now(handle);
  }

  private static Instant ask(Handle handle) {
    return Sql.query(
            handle, "SELECT UTC_TIMESTAMP(6) AS now", List.of(), row -> UtcTime.instant(row, "now"))
        .get(0);
  }
}
