package io.travelsuite.examples.server.api;

import io.travelsuite.examples.server.edge.Limiters;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.rate.Decision;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RateLimiter;
import io.travelsuite.security.rate.RatePolicy;
import io.travelsuite.security.rate.RateRule;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often a caller may call: what changes something is counted in all servers together. */
final class Limits {

  private static final long READS_A_CHANGE = 10;
  private static final String OPEN = "6000/m";

  private final Map<Route.Rate, RateLimiter> limiters = new EnumMap<>(Route.Rate.class);

  Limits(Limiters makers, String changes) {
    ClientAddress address = ClientAddress.ofPeer();
    RateKey user = RateKey.userOrAddress(address);
    limiters.put(
        Route.Rate.READ, makers.local(RatePolicy.of("api-read", user, List.of(reads(changes)))));
    limiters.put(Route.Rate.CHANGE, makers.hot(RatePolicy.of("api-change", user, changes)));
    limiters.put(
        Route.Rate.OPEN,
        makers.local(RatePolicy.of("api-open", RateKey.clientAddress(address), OPEN)));
  }

  private static RateRule reads(String changes) {
    RateRule rule = RateRule.parse(changes);
    int limit = (int) Math.min(RateRule.MOST, READS_A_CHANGE * rule.limit());
    return new RateRule(limit, rule.window(), rule.algorithm());
  }

  RateLimiter of(Route.Rate rate) {
    RateLimiter limiter = limiters.get(rate);
    if (limiter == null) {
      throw new IllegalStateException(rate + " has no limiter");
    }
    return limiter;
  }

  /** A refusal as clients read it. */
  static Problem problem(Decision refusal) {
    return Problem.of(refusal.status(), "too-many-requests", "too many requests: slow down");
  }
}
