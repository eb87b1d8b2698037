package io.travelsuite.examples.spring;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the application is told under {@code travel}.
 *
 * @param migrate whether the tables are made or updated on start, with the application's own
 *     account; false by default, since in production another account does that
 * @param longestHold how long a hold may last in all, 1 second to 366 days; 2 hours by default
 * @param retryFor how long a call goes on trying, 0 to 10 minutes; 10 seconds by default
 * @param combining how concurrent calls are combined
 */
@ConfigurationProperties("travel")
public record TravelProperties(
    @DefaultValue("false") boolean migrate,
    @DefaultValue("2h") Duration longestHold,
    @DefaultValue("10s") Duration retryFor,
    @DefaultValue Combining combining) {

  /** Checks the ranges, by the names that are written in the configuration. */
  public TravelProperties {
    unless(
        within(longestHold, Duration.ofSeconds(1), Duration.ofDays(366)),
        "travel.longest-hold",
        longestHold,
        "must be 1s to 366d");
    unless(
        within(retryFor, Duration.ZERO, Duration.ofMinutes(10)),
        "travel.retry-for",
        retryFor,
        "must be 0s to 10m");
  }

  private static boolean within(Duration value, Duration least, Duration most) {
    return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
  }

  /**
   * How concurrent calls are combined; see docs/performance.md.
   *
   * @param enabled false to decide each call by itself
   * @param leaders how many lead at a time, 2 to 16; each uses a connection of the pool
   * @param mostBatch how many calls a leader decides at once, 1 to 1,000
   * @param mostQueued how many calls may wait, 1 to 1,000,000
   * @param patience how long a call waits for a leader, 1 ms to 10 minutes
   */
  public record Combining(
      @DefaultValue("true") boolean enabled,
      @DefaultValue("3") int leaders,
      @DefaultValue("256") int mostBatch,
      @DefaultValue("10000") int mostQueued,
      @DefaultValue("10s") Duration patience) {

    /** Checks the ranges, by the names that are written in the configuration. */
    public Combining {
      range("leaders", leaders, 2, 16);
      range("most-batch", mostBatch, 1, 1_000);
      range("most-queued", mostQueued, 1, 1_000_000);
      unless(
          within(patience, Duration.ofMillis(1), Duration.ofMinutes(10)),
          "travel.combining.patience",
          patience,
          "must be 1ms to 10m");
    }

    private static void range(String name, int value, int least, int most) {
      unless(
          value >= least && value <= most,
          "travel.combining." + name,
          value,
          "must be " + least + " to " + most);
    }

    io.travelsuite.jdbc.Combining limits() {
      return new io.travelsuite.jdbc.Combining(leaders, mostBatch, mostQueued, patience);
    }
  }
}
