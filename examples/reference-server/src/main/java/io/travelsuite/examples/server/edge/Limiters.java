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
 * @param shared makes one for all processes together
 * @param metrics where refusals are counted
 */
public record Limiters(Function<RatePolicy, RateLimiter> shared, Metrics metrics) {

  /** {@return a limiter for all processes together} */
  public RateLimiter shared(RatePolicy policy) {
    return new Counted(shared.apply(policy), metrics);
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
