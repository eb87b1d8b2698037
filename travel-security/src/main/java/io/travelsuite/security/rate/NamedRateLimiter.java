package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A limit that has a name and no keys: of what a whole JVM does, such as calls to a provider. On
 * resilience4j's rate limiter, for hosts that watch theirs.
 *
 * <pre>{@code
 * NamedRateLimiter sms = NamedRateLimiter.of("sms", RateRule.parse("100/m"));
 * if (sms.take(1).allowed()) send(message);
 * }</pre>
 *
 * <p>What is guarded here:
 *
 * <ul>
 *   <li>It never waits. By default resilience4j parks the caller for up to five seconds.
 *   <li>Never more than the limit in any window. resilience4j counts by cycles, and lets twice the
 *       limit pass where two of them meet; so a window is made of up to ten shorter cycles, and the
 *       limit is divided by one more than there are. The price is that about 10 of 11 parts of the
 *       limit can be used, spread over the window.
 *   <li>A limit of 0 denies; resilience4j refuses to be made so. A limit of 1 is refused here,
 *       since no cycle keeps it: use a {@link LocalRateLimiter}.
 *   <li>There is no registry that grows with names.
 * </ul>
 *
 * <p>Safe for use by many threads; starts none.
 */
public final class NamedRateLimiter {

  private static final int MOST_CYCLES = 10;

  private final String name;
  private final RateRule rule;
  private final int burst;
  private final Duration cycle;
  private final @Nullable RateLimiter limiter;

  private NamedRateLimiter(String name, RateRule rule) {
    this.name = name;
    this.rule = rule;
    int cycles = Math.max(1, Math.min(MOST_CYCLES, rule.limit() - 1));
    burst = rule.limit() / (cycles + 1);
    cycle = Duration.ofNanos((rule.window().toNanos() + cycles - 1) / cycles);
    limiter = rule.limit() == 0 ? null : limiter();
  }

  private RateLimiter limiter() {
    return RateLimiter.of(
        name,
        RateLimiterConfig.custom()
            .limitForPeriod(burst)
            .limitRefreshPeriod(cycle)
            .timeoutDuration(Duration.ZERO)
            .build());
  }

  /**
   * {@return a limiter}
   *
   * @param name for whoever watches it, not blank
   * @param rule the limit, 0 or 2 and more, in any window; its algorithm does not matter
   * @throws io.travelsuite.InvalidRequestException for a limit of 1 or a blank name
   */
  public static NamedRateLimiter of(String name, RateRule rule) {
    unless(!name.isBlank(), "name", name, "must not be blank");
    unless(rule.limit() != 1, "limit", rule.limit(), "must be 0, or 2 and more");
    return new NamedRateLimiter(name, rule);
  }

  /** {@return its name} */
  public String name() {
    return name;
  }

  /** {@return the most units that one call may take} */
  public int burst() {
    return burst;
  }

  /**
   * Takes units, if they are there.
   *
   * @param cost 1 and more; more than {@link #burst()} are never allowed
   * @return what was decided; how long to wait is what it takes at most
   * @throws io.travelsuite.InvalidRequestException for a cost below 1
   */
  public Decision take(int cost) {
    unless(cost >= 1, "cost", cost, "must be 1 or more");
    if (limiter == null || cost > burst) {
      return Decision.never(rule);
    }
    boolean allowed = limiter.acquirePermission(cost);
    int left = Math.max(0, limiter.getMetrics().getAvailablePermissions());
    return allowed
        ? Decision.allowed(rule, left, cycle)
        : Decision.denied(rule, left, cycle, cycle);
  }
}
