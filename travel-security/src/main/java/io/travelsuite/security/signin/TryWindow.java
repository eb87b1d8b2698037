package io.travelsuite.security.signin;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How many tries there may be in any stretch of time, wherever it begins.
 *
 * @param most how many, 1 to 1,000
 * @param length of the stretch, 1 second to 30 days
 */
public record TryWindow(int most, Duration length) {

  /** Checks the ranges. */
  public TryWindow {
    unless(most >= 1 && most <= 1000, "most", most, "must be 1 to 1,000");
    boolean fits =
        length.compareTo(Duration.ofSeconds(1)) >= 0 && length.compareTo(Duration.ofDays(30)) <= 0;
    unless(fits, "length", length, "must be 1 second to 30 days");
  }

  /** When another try is permitted, after those there were, the oldest first. */
  Instant next(List<Instant> tries) {
    return tries.size() < most ? Instant.MIN : tries.get(tries.size() - most).plus(length);
  }
}
