package io.travelsuite.security.rate;

/**
 * Counts that all JVMs of a cluster share. An implementation is thread-safe, and exact: of a limit
 * of ten, ten pass in the whole cluster.
 */
public interface RateStore {

  /**
   * Says early what it cannot count by: a limiter asks before it is made.
   *
   * @param rule a rule to come
   * @throws io.travelsuite.InvalidRequestException when it cannot count by the rule
   */
  void check(RateRule rule);

  /**
   * Takes units of a key under one rule, if they are there.
   *
   * @param group the policy's
   * @param rule the rule, {@link #check checked} before
   * @param key who asks, of any length: kept as a hash, since it may be an address or a name
   * @param cost 1 to the rule's limit
   * @return what was decided
   * @throws io.travelsuite.StorageException when the store does not answer
   */
  Decision take(String group, RateRule rule, String key, int cost);
}
