package io.travelsuite.security.session;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * How long a session lives.
 *
 * @param idle it ends when it was not used for this long, 1 minute to {@code absolute}
 * @param absolute it ends this long after it began, whatever is done with it; at most 30 days
 */
public record SessionTerms(Duration idle, Duration absolute) {

  /** Of customers: 30 minutes idle, 8 hours in all. */
  public static final SessionTerms CUSTOMER =
      new SessionTerms(Duration.ofMinutes(30), Duration.ofHours(8));

  /** Of operators and administrators: 15 minutes idle, 8 hours in all. */
  public static final SessionTerms STAFF =
      new SessionTerms(Duration.ofMinutes(15), Duration.ofHours(8));

  /** Checks the ranges. */
  public SessionTerms {
    boolean fits = absolute.compareTo(Duration.ofDays(30)) <= 0;
    unless(fits, "absolute", absolute, "must be at most 30 days");
    boolean within = idle.compareTo(Duration.ofMinutes(1)) >= 0 && idle.compareTo(absolute) <= 0;
    unless(within, "idle", idle, "must be 1 minute to the absolute time");
  }
}
