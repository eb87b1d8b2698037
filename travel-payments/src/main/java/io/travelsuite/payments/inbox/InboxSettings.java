package io.travelsuite.payments.inbox;

import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;

/**
 * Settings of an inbox. Immutable.
 *
 * @param lease how long a process has events before another may take them over, 1 second to 1 hour;
 *     1 minute by default. Longer than twenty calls of a handler ever take
 * @param tries how often an event is tried
 * @param retention how long what is over is kept
 * @param bounds on what comes from outside
 */
public record InboxSettings(Duration lease, Tries tries, Retention retention, Bounds bounds) {

  private static final Duration HOUR = Duration.ofHours(1);

  /** The defaults. */
  public static final InboxSettings DEFAULT =
      new InboxSettings(
          Duration.ofMinutes(1),
          new Tries(12, Duration.ofSeconds(2), Duration.ofHours(1)),
          new Retention(Duration.ofDays(90), Duration.ofDays(30)),
          new Bounds(1 << 20, 60, 6_000));

  /**
   * How often an event is tried, and the pauses between.
   *
   * @param most how often until it is dead, 1 to 100; 12 by default
   * @param firstBackoff how long after its first try an event is tried again, 1 ms to 1 hour; 2
   *     seconds by default. Doubles with each try
   * @param longestBackoff what it doubles to, {@code firstBackoff} to 7 days; 1 hour by default: 12
   *     tries then take about an hour
   */
  public record Tries(int most, Duration firstBackoff, Duration longestBackoff) {

    /** Checks the ranges. */
    public Tries {
      within("tries.most", most, 1, 100);
      within("tries.firstBackoff", firstBackoff, Duration.ofMillis(1), HOUR);
      within("tries.longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(7));
    }
  }

  /**
   * How long what is over is kept.
   *
   * @param events handled ones, to tell duplicates by, 1 hour to 3,660 days; 90 days by default.
   *     Longer than any provider goes on sending
   * @param audit the audit log, 1 hour to 3,660 days; 30 days by default
   */
  public record Retention(Duration events, Duration audit) {

    private static final Duration LONGEST = Duration.ofDays(3_660);

    /** Checks the ranges. */
    public Retention {
      within("retention.events", events, HOUR, LONGEST);
      within("retention.audit", audit, HOUR, LONGEST);
    }
  }

  /**
   * Bounds on what comes from outside.
   *
   * @param body the largest, 1,024 to 4,194,304 bytes; 1 MiB by default
   * @param refused how many refused deliveries a minute, of each provider and process, have a row
   *     in the audit log, 0 to 1,000,000; 60 by default. More are counted
   * @param unsigned how many deliveries that anybody may have sent ({@link
   *     io.travelsuite.webhook.WebhookTrust#HINT}) are stored a minute, of each provider and
   *     process, 0 to 1,000,000; 6,000 by default. More are refused with 429
   */
  public record Bounds(int body, int refused, int unsigned) {

    private static final int MOST_A_MINUTE = 1_000_000;

    /** Checks the ranges. */
    public Bounds {
      within("bounds.body", body, 1 << 10, 1 << 22);
      within("bounds.refused", refused, 0, MOST_A_MINUTE);
      within("bounds.unsigned", unsigned, 0, MOST_A_MINUTE);
    }
  }

  /** Checks the lease. */
  public InboxSettings {
    within("lease", lease, Duration.ofSeconds(1), HOUR);
  }

  /**
   * With another lease.
   *
   * @param lease 1 second to 1 hour
   * @return a copy with it
   */
  public InboxSettings lease(Duration lease) {
    return new InboxSettings(lease, tries, retention, bounds);
  }

  /**
   * With other tries.
   *
   * @param tries how many, and the pauses between
   * @return a copy with them
   */
  public InboxSettings tries(Tries tries) {
    return new InboxSettings(lease, tries, retention, bounds);
  }

  /**
   * With other retentions.
   *
   * @param retention how long what is over is kept
   * @return a copy with them
   */
  public InboxSettings retention(Retention retention) {
    return new InboxSettings(lease, tries, retention, bounds);
  }

  /**
   * With other bounds.
   *
   * @param bounds on what comes from outside
   * @return a copy with them
   */
  public InboxSettings bounds(Bounds bounds) {
    return new InboxSettings(lease, tries, retention, bounds);
  }
}
