package io.travelsuite.payments.inbox;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;

/**
 * Settings of an inbox. Immutable.
 *
 * @param lease how long a process has an event before another may take it over, 1 second to 1 hour;
 *     1 minute by default. Longer than a handler ever takes
 * @param mostTries how often an event is tried before it is dead, 1 to 100; 12 by default
 * @param firstBackoff how long after its first try an event is tried again, 1 ms to 1 hour; 2
 *     seconds by default. Doubles with each try
 * @param longestBackoff what it doubles to, {@code firstBackoff} to 7 days; 1 hour by default: 12
 *     tries then take about an hour
 * @param eventRetention how long handled events are kept to tell duplicates by, 1 hour to 3,660
 *     days; 90 days by default. Longer than any provider goes on sending
 * @param auditRetention how long the audit log is kept, 1 hour to 3,660 days; 30 days by default
 * @param mostBody the largest body, 1,024 to 4,194,304 bytes; 1 MiB by default
 * @param mostRefused how many refused deliveries a minute, of each provider and process, have a row
 *     in the audit log, 0 to 1,000,000; 60 by default. More are counted
 * @param mostUnsigned how many deliveries that anybody may have sent ({@link
 *     io.travelsuite.webhook.WebhookTrust#HINT}) are stored a minute, of each provider and process,
 *     0 to 1,000,000; 6,000 by default. More are refused with 429
 */
public record InboxSettings(
    Duration lease,
    int mostTries,
    Duration firstBackoff,
    Duration longestBackoff,
    Duration eventRetention,
    Duration auditRetention,
    int mostBody,
    int mostRefused,
    int mostUnsigned) {

  private static final int MOST_A_MINUTE = 1_000_000;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONG = Duration.ofDays(3_660);

  /** The defaults. */
  public static final InboxSettings DEFAULT =
      new InboxSettings(
          Duration.ofMinutes(1),
          12,
          Duration.ofSeconds(2),
          Duration.ofHours(1),
          Duration.ofDays(90),
          Duration.ofDays(30),
          1 << 20,
          60,
          6_000);

  /** Checks the ranges. */
  public InboxSettings {
    within("lease", lease, Duration.ofSeconds(1), HOUR);
    within("mostTries", mostTries, 1, 100);
    within("firstBackoff", firstBackoff, Duration.ofMillis(1), HOUR);
    within("longestBackoff", longestBackoff, firstBackoff, Duration.ofDays(7));
    within("eventRetention", eventRetention, HOUR, LONG);
    within("auditRetention", auditRetention, HOUR, LONG);
    within("mostBody", mostBody, 1 << 10, 1 << 22);
    within("mostRefused", mostRefused, 0, MOST_A_MINUTE);
    within("mostUnsigned", mostUnsigned, 0, MOST_A_MINUTE);
  }

  /**
   * With another lease.
   *
   * @param lease 1 second to 1 hour
   * @return a copy with it
   */
  public InboxSettings lease(Duration lease) {
    return new InboxSettings(
        lease,
        mostTries,
        firstBackoff,
        longestBackoff,
        eventRetention,
        auditRetention,
        mostBody,
        mostRefused,
        mostUnsigned);
  }

  /**
   * With another number of tries, and other pauses between them.
   *
   * @param mostTries 1 to 100
   * @param firstBackoff 1 ms to 1 hour
   * @param longestBackoff {@code firstBackoff} to 7 days
   * @return a copy with them
   */
  public InboxSettings tries(int mostTries, Duration firstBackoff, Duration longestBackoff) {
    return new InboxSettings(
        lease,
        mostTries,
        firstBackoff,
        longestBackoff,
        eventRetention,
        auditRetention,
        mostBody,
        mostRefused,
        mostUnsigned);
  }

  /**
   * With other retentions.
   *
   * @param eventRetention of handled events, 1 hour to 3,660 days
   * @param auditRetention of the audit log, 1 hour to 3,660 days
   * @return a copy with them
   */
  public InboxSettings retention(Duration eventRetention, Duration auditRetention) {
    return new InboxSettings(
        lease,
        mostTries,
        firstBackoff,
        longestBackoff,
        eventRetention,
        auditRetention,
        mostBody,
        mostRefused,
        mostUnsigned);
  }

  /**
   * With other bounds on what comes from outside.
   *
   * @param mostBody bytes, 1,024 to 4,194,304
   * @param mostRefused rows a minute, 0 to 1,000,000
   * @param mostUnsigned deliveries a minute, 0 to 1,000,000
   * @return a copy with them
   */
  public InboxSettings bounds(int mostBody, int mostRefused, int mostUnsigned) {
    return new InboxSettings(
        lease,
        mostTries,
        firstBackoff,
        longestBackoff,
        eventRetention,
        auditRetention,
        mostBody,
        mostRefused,
        mostUnsigned);
  }

  private static void within(String field, Duration value, Duration least, Duration most) {
    unless(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        field,
        value,
        "must be " + least + " to " + most);
  }

  private static void within(String field, int value, int least, int most) {
    unless(value >= least && value <= most, field, value, "must be " + least + " to " + most);
  }
}
