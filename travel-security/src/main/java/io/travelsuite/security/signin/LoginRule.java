package io.travelsuite.security.signin;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * How often somebody may try in vain. A try is refused when any window is full, or when the delay
 * since the last one has not passed; a try that is refused does not count.
 *
 * @param windows 1 to 8 rolling windows
 * @param free how many tries within the longest window are made without a delay, 1 to 1,000
 * @param firstDelay what the next one waits for after the last; it doubles with each; zero for none
 * @param longestDelay what it grows to, at most 1 day
 */
public record LoginRule(
    List<TryWindow> windows, int free, Duration firstDelay, Duration longestDelay) {

  private static final int MOST_DOUBLINGS = 20;

  /** Checks the ranges and copies the windows. */
  public LoginRule {
    windows = List.copyOf(windows);
    boolean some = !windows.isEmpty() && windows.size() <= 8;
    unless(some, "windows", windows, "must be 1 to 8");
    unless(free >= 1 && free <= 1000, "free", free, "must be 1 to 1,000");
    unless(!firstDelay.isNegative(), "firstDelay", firstDelay, "must not be negative");
    boolean grows =
        firstDelay.compareTo(longestDelay) <= 0 && longestDelay.compareTo(Duration.ofDays(1)) <= 0;
    unless(grows, "longestDelay", longestDelay, "must be firstDelay to 1 day");
  }

  /**
   * {@return a rule of windows alone}
   *
   * @param windows 1 to 8
   */
  public static LoginRule of(TryWindow... windows) {
    return new LoginRule(List.of(windows), 1, Duration.ZERO, Duration.ZERO);
  }

  /**
   * {@return this rule with delays}
   *
   * @param after how many tries are made without, 1 to 1,000
   * @param first what the next one waits for, which doubles with each
   * @param longest what it grows to, at most 1 day
   */
  public LoginRule delaying(int after, Duration first, Duration longest) {
    return new LoginRule(windows, after, first, longest);
  }

  /** {@return for how long a try counts: the longest window} */
  public Duration memory() {
    return windows.stream()
        .map(TryWindow::length)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /**
   * How long to wait before another try.
   *
   * @param tries those there were within {@link #memory()}, the oldest first
   * @param now the store's time
   * @return zero when it is permitted now
   */
  public Duration waiting(List<Instant> tries, Instant now) {
    Instant next = afterDelay(tries);
    for (TryWindow window : windows) {
      Instant free = window.next(tries);
      next = free.isAfter(next) ? free : next;
    }
    return next.isAfter(now) ? Duration.between(now, next) : Duration.ZERO;
  }

  private Instant afterDelay(List<Instant> tries) {
    int beyond = tries.size() - free;
    if (beyond < 0 || firstDelay.isZero()) {
      return Instant.MIN;
    }
    Duration grown = firstDelay.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
    Duration delay = grown.compareTo(longestDelay) < 0 ? grown : longestDelay;
    return tries.get(tries.size() - 1).plus(delay);
  }
}
