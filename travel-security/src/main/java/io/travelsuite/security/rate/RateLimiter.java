package io.travelsuite.security.rate;

/**
 * Decides who is over a policy's limit. Safe for use by many threads, and exact under all of them:
 * of a limit of ten, ten pass.
 */
public interface RateLimiter {

  /** The most units that one decision may take. */
  int MOST_COST = 1_000_000;

  /** {@return the policy} */
  RatePolicy policy();

  /**
   * Takes units of a key, if they are there.
   *
   * @param key who asks, as the policy's {@link RateKey} has it
   * @param cost 1 to 1,000,000 units; more than a rule's limit are never allowed
   * @return what was decided; nothing is taken from the rule that denies
   * @throws io.travelsuite.InvalidRequestException for another cost
   */
  Decision take(String key, int cost);

  /**
   * Decides a request: whether the policy counts it, by what key and at what cost.
   *
   * @param request the request
   * @return what was decided
   */
  default Decision decide(RateRequest request) {
    RatePolicy policy = policy();
    if (!policy.counts(request)) {
      return Decision.uncounted(policy.rules().get(0));
    }
    return take(policy.key().of(request), policy.cost().applyAsInt(request));
  }
}
