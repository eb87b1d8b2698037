package io.travelsuite.notify.outbox;

import java.time.Duration;

/**
 * What a subscription has before it.
 *
 * @param subscription its name, or {@link #UNCOLLECTED}
 * @param waiting events that are not done, those at work and those that wait for another try
 *     included; counted up to {@link #MOST_COUNTED}
 * @param failing those of them that were tried in vain, counted among the same
 * @param dead events that were given up; counted up to {@link #MOST_COUNTED}
 * @param oldest how long the longest waiting of those counted has been there, zero when nothing
 *     waits
 */
public record Backlog(String subscription, int waiting, int failing, int dead, Duration oldest) {

  /** Stands for what no process has collected yet, for no subscription in particular. */
  public static final String UNCOLLECTED = "#uncollected";

  /** Where counting stops, so that a large backlog does not make itself larger. */
  public static final int MOST_COUNTED = 10_000;
}
