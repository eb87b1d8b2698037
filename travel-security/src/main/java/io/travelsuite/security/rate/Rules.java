package io.travelsuite.security.rate;

import static io.travelsuite.InvalidRequestException.unless;

import java.util.List;

/** Asks the rules of a policy in their order. */
final class Rules {

  private Rules() {}

  /** Decides by one of the rules. */
  interface Judge {
    Decision judge(int number);
  }

  static Decision all(List<RateRule> rules, int cost, Judge judge) {
    unless(
        cost >= 1 && cost <= RateLimiter.MOST_COST, "cost", cost, "must be 1 to 1,000,000 units");
    Decision tightest = null;
    for (int number = 0; number < rules.size(); number++) {
      RateRule rule = rules.get(number);
      Decision next = cost > rule.limit() ? Decision.never(rule) : judge.judge(number);
      if (!next.allowed()) {
        return next;
      }
      tightest = tightest == null ? next : tightest.tighter(next);
    }
    if (tightest == null) {
      throw new IllegalArgumentException("a policy has a rule");
    }
    return tightest;
  }
}
