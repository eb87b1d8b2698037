package io.travelsuite.examples.server.edge;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.LocalRateLimiter;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import java.util.function.Function;

/**
 * Makes the limiters of the server, whose refusals are all counted alike.
 *
 * @param exact makes one for all processes together that asks the database each time
 * @param leased makes one for all processes together that asks it for many at once
 * @param metrics where refusals are counted
 */
public record Limiters(
    Function<RatePolicy, RateLimiter> exact,
    Function<RatePolicy, RateLimiter> leased,
    Metrics metrics) {

  /** {@return a limiter for all processes together, for what few do: each call costs a commit} */
  public RateLimiter rare(RatePolicy policy) {
    return new Counted(exact.apply(policy), metrics);
  }

  /**
   * {@return a limiter for all processes together, for what many do at once} One commit a call
   * would make them wait for each other: all calls of a token change one row.
   */
  public RateLimiter hot(RatePolicy policy) {
    return new Counted(leased.apply(policy), metrics);
  }

  /** {@return a limiter for this process} */
  public RateLimiter local(RatePolicy policy) {
    return new Counted(LocalRateLimiter.of(policy), metrics);
  }

  private record Counted(RateLimiter limiter, Metrics metrics) implements RateLimiter {

    @Override
    public RatePolicy policy() {
      return limiter.policy();
    }

    @Override
    public Decision take(String key, int cost) {
      Decision decision = limiter.take(key, cost);
      if (!decision.allowed()) {
        metrics.count(Metric.of("travel.server.rate-limited", "limit", policy().group()), 1);
      }
      return decision;
    }
  }
}
