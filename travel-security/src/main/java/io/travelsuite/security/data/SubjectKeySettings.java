package io.travelsuite.security.data;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Clock;
import java.time.Duration;

/**
 * How keys of subjects are cached.
 *
 * @param clock what time it is
 * @param ttl how long a process goes on using keys that were destroyed or replaced elsewhere, 1
 *     second to 1 hour
 * @param mostCached subjects whose keys are cached at most, 1 to 1,000,000
 */
public record SubjectKeySettings(Clock clock, Duration ttl, int mostCached) {

  /** Checks the ranges. */
  public SubjectKeySettings {
    boolean sensible =
        ttl.compareTo(Duration.ofSeconds(1)) >= 0 && ttl.compareTo(Duration.ofHours(1)) <= 0;
    unless(sensible, "ttl", ttl, "must be 1 s to 1 h");
    unless(
        mostCached >= 1 && mostCached <= 1_000_000, "mostCached", mostCached, "must be 1 to 1e6");
  }

  /**
   * {@return 10,000 subjects for a minute}
   *
   * @param clock what time it is
   */
  public static SubjectKeySettings defaults(Clock clock) {
    return new SubjectKeySettings(clock, Duration.ofMinutes(1), 10_000);
  }
}
