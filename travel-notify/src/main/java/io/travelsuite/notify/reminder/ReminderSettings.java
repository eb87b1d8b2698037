package io.travelsuite.notify.reminder;

import static io.travelsuite.InvalidRequestException.unless;
import static io.travelsuite.InvalidRequestException.within;

import java.time.Duration;
import java.util.List;

/**
 * Which reminders there are. Immutable.
 *
 * @param rules 1 to 20, each with a name of its own
 * @param longestRide how long after the start of a run somebody may still board and be reminded, 0
 *     to 30 days; 1 day by default. Runs that began earlier are not looked at
 * @param retention how long it is kept who was reminded of what, after that was; 1 hour to 400
 *     days, 30 days by default
 */
public record ReminderSettings(List<ReminderRule> rules, Duration longestRide, Duration retention) {

  private static final int MOST_RULES = 20;

  /** Checks the ranges and copies the rules. */
  public ReminderSettings {
    rules = List.copyOf(rules);
    unless(
        !rules.isEmpty() && rules.size() <= MOST_RULES, "rules", rules.size(), "must be 1 to 20");
    long names = rules.stream().map(ReminderRule::name).distinct().count();
    unless(names == rules.size(), "rules", rules, "must have names of their own");
    within("longestRide", longestRide, Duration.ZERO, Duration.ofDays(30));
    within("retention", retention, Duration.ofHours(1), Duration.ofDays(400));
  }

  /**
   * {@return settings with the usual durations}
   *
   * @param rules 1 to 20, each with a name of its own
   */
  public static ReminderSettings of(ReminderRule... rules) {
    return new ReminderSettings(List.of(rules), Duration.ofDays(1), Duration.ofDays(30));
  }
}
