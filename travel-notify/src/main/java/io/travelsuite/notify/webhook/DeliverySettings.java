package io.travelsuite.notify.webhook;

import static io.travelsuite.InvalidRequestException.unless;
import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * When webhooks are tried again, and when an endpoint is given up. Immutable.
 *
 * @param pauses after the first try, the second, and so on, 1 second to 7 days each; the try after
 *     the last is the last. By default as the standard recommends: 5 s, 5 min, 30 min, 2 h, 5 h, 10
 *     h, 14 h, 20 h and 24 h, ten tries within some 76 hours
 * @param disableAfter an endpoint that took nothing for so long is disabled, with an alert; 1 hour
 *     to 60 days, 5 days by default
 * @param retention how long what was sent, or given up, is kept; 1 hour to 400 days, 30 days by
 *     default
 */
public record DeliverySettings(List<Duration> pauses, Duration disableAfter, Duration retention) {

  private static final double JITTER = 0.2;

  /** As the standard recommends. */
  public static final DeliverySettings DEFAULT =
      new DeliverySettings(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)),
          Duration.ofDays(5),
          Duration.ofDays(30));

  /** Checks the ranges and copies the pauses. */
  public DeliverySettings {
    pauses = List.copyOf(pauses);
    unless(!pauses.isEmpty() && pauses.size() <= 50, "pauses", pauses.size(), "must be 1 to 50");
    for (Duration pause : pauses) {
      within("pauses", pause, Duration.ofSeconds(1), Duration.ofDays(7));
    }
    within("disableAfter", disableAfter, Duration.ofHours(1), Duration.ofDays(60));
    within("retention", retention, Duration.ofHours(1), Duration.ofDays(400));
  }

  /** {@return how often a webhook is tried in all} */
  public int tries() {
    return pauses.size() + 1;
  }

  /**
   * {@return how long to wait after a try that failed}: up to a fifth longer than said, by chance,
   * so that what failed together does not come together
   *
   * @param tries how many there were, from 1 to one less than {@link #tries}
   */
  public Duration pause(int tries) {
    return jittered(pauses.get(Math.min(tries, pauses.size()) - 1));
  }

  /**
   * {@return a duration, up to a fifth longer by chance}
   *
   * @param least the duration
   */
  public static Duration jittered(Duration least) {
    long more = (long) (least.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
    return least.plusMillis(more);
  }
}
