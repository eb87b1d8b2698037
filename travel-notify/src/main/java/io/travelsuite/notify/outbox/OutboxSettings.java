package io.travelsuite.notify.outbox;

import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;

/**
 * Settings of a relay, the same in all processes. Immutable.
 *
 * @param pace how much at once, and how soon
 * @param tries how often an event is tried
 * @param breaker when a subscription is left alone
 * @param retention how long what is over is kept
 */
public record OutboxSettings(Pace pace, Tries tries, Breaker breaker, Duration retention) {

  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration LONGEST_RETENTION = Duration.ofDays(3_660);

  /** The defaults. */
  public static final OutboxSettings DEFAULT =
      new OutboxSettings(
          new Pace(100, Duration.ofMinutes(1), Duration.ofMillis(250)),
          new Tries(12, Duration.ofSeconds(2), HOUR),
          new Breaker(10, Duration.ofSeconds(30)),
          Duration.ofDays(7));

  /**
   * How much at once, and how soon.
   *
   * @param batch how many events a worker claims at once, 1 to 300; 100 by default. They are in
   *     memory, and wait behind a slow one
   * @param lease how long a worker has them before another may take them over, 1 second to 1 hour;
   *     1 minute by default. Longer than a handler ever takes for one event: events of the claim
   *     that were not begun when three quarters of it are over are given back
   * @param poll how often a runner looks for what other processes wrote, and for what is due again,
   *     10 ms to 1 minute; 250 ms by default
   */
  public record Pace(int batch, Duration lease, Duration poll) {

    /** Checks the ranges. */
    public Pace {
      within("pace.batch", batch, 1, 300);
      within("pace.lease", lease, SECOND, HOUR);
      within("pace.poll", poll, Duration.ofMillis(10), Duration.ofMinutes(1));
    }
  }

  /**
   * How often an event is tried, and the pauses between.
   *
   * @param most how often until it is dead, 1 to 100; 12 by default
   * @param firstBackoff how long after its first try an event is tried again, 1 ms to 1 hour; 2
   *     seconds by default. Doubles with each try, and half of it is by chance
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
   * When a subscription is left alone, in each process by itself.
   *
   * @param failures after how many different events that failed one after the other, none done
   *     between, 2 to 1,000; 10 by default
   * @param pause how long it is then left alone, before one event is tried, 10 ms to 1 hour; 30
   *     seconds by default
   */
  public record Breaker(int failures, Duration pause) {

    /** Checks the ranges. */
    public Breaker {
      within("breaker.failures", failures, 2, 1_000);
      within("breaker.pause", pause, Duration.ofMillis(10), HOUR);
    }
  }

  /**
   * Checks the retention: of events that were handed to all who wanted them, 1 hour to 3,660 days;
   * 7 days by default.
   */
  public OutboxSettings {
    within("retention", retention, HOUR, LONGEST_RETENTION);
  }

  /**
   * With another pace.
   *
   * @param pace how much at once, and how soon
   * @return a copy with it
   */
  public OutboxSettings pace(Pace pace) {
    return new OutboxSettings(pace, tries, breaker, retention);
  }

  /**
   * With other tries.
   *
   * @param tries how many, and the pauses between
   * @return a copy with them
   */
  public OutboxSettings tries(Tries tries) {
    return new OutboxSettings(pace, tries, breaker, retention);
  }

  /**
   * With another breaker.
   *
   * @param breaker when a subscription is left alone
   * @return a copy with it
   */
  public OutboxSettings breaker(Breaker breaker) {
    return new OutboxSettings(pace, tries, breaker, retention);
  }

  /**
   * With another retention.
   *
   * @param retention 1 hour to 3,660 days
   * @return a copy with it
   */
  public OutboxSettings retention(Duration retention) {
    return new OutboxSettings(pace, tries, breaker, retention);
  }
}
