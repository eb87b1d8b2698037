package io.travelsuite.payments.watch;

import static io.travelsuite.InvalidRequestException.unless;
import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;

/**
 * What is too much.
 *
 * @param window over how long it is counted, 1 minute to 1 day
 * @param most how many keys are remembered of each kind, 1 to 1,000,000; the longest unused is
 *     forgotten
 * @param cards how many different instruments of one customer are too many, 2 to 16
 * @param attempts how many authorizations and failures of one customer are too many, 2 to 1,000
 * @param refundPercent what share of an operator's captured money refunded is too much, 1 to 100
 * @param refundsAtLeast from how many refunds on the share is judged, 1 to 10,000
 * @param timesTypical how many times the typical amount of an operator is an outlier, 2 to 1,000
 * @param amountsAtLeast from how many amounts on a typical one is known, 5 to 10,000
 */
public record WatchRules(
    Duration window,
    int most,
    int cards,
    int attempts,
    int refundPercent,
    int refundsAtLeast,
    int timesTypical,
    int amountsAtLeast) {

  /** An hour; 10,000 keys; 4 cards; 10 attempts; 30 % from 10 refunds on; 10 times from 30 on. */
  public static final WatchRules DEFAULT =
      new WatchRules(Duration.ofHours(1), 10_000, 4, 10, 30, 10, 10, 30);

  /** Checks the ranges. */
  public WatchRules {
    boolean sensible =
        window.compareTo(Duration.ofMinutes(1)) >= 0 && window.compareTo(Duration.ofDays(1)) <= 0;
    unless(sensible, "window", window, "must be 1 minute to 1 day");
    within("most", most, 1, 1_000_000);
    within("cards", cards, 2, 16);
    within("attempts", attempts, 2, 1000);
    within("refundPercent", refundPercent, 1, 100);
    within("refundsAtLeast", refundsAtLeast, 1, 10_000);
    within("timesTypical", timesTypical, 2, 1000);
    within("amountsAtLeast", amountsAtLeast, 5, 10_000);
  }
}
