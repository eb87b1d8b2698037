package io.travelsuite.alert;

import static io.travelsuite.InvalidRequestException.unless;
import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;

/**
 * How an {@link AlertRelay} spares those who are told.
 *
 * @param window an alert of the same rule, severity and subject is told once in it, and once behind
 *     it with how often more it was found; 1 second to 1 day
 * @param mostInWindow how many notices of one severity are sent on in a window, 1 to 10,000; what
 *     is above is counted, and told as one
 * @param mostKept how many notices, and how many different alerts, are kept in memory, 1 to 100,000
 * @param keptFor after how long a notice that could not be sent is given up, 1 minute to 7 days
 */
public record RelayRules(Duration window, int mostInWindow, int mostKept, Duration keptFor) {

  /** Ten minutes, 30 of a severity, 1,000 kept, for a day. */
  public static final RelayRules DEFAULT =
      new RelayRules(Duration.ofMinutes(10), 30, 1_000, Duration.ofDays(1));

  /** Checks the ranges. */
  public RelayRules {
    within("window", window, Duration.ofSeconds(1), Duration.ofDays(1));
    within("keptFor", keptFor, Duration.ofMinutes(1), Duration.ofDays(7));
    boolean few = mostInWindow >= 1 && mostInWindow <= 10_000;
    unless(few, "mostInWindow", mostInWindow, "must be 1 to 10,000");
    unless(mostKept >= 1 && mostKept <= 100_000, "mostKept", mostKept, "must be 1 to 100,000");
  }
}
