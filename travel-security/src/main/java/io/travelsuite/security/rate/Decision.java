package io.travelsuite.security.rate;

import java.time.Duration;

/**
 * Whether a request may go on, and what to tell its client. Of several rules it speaks of the one
 * that denied, or else of the one that has the least left.
 *
 * @param allowed whether it may
 * @param rule the rule that this is about
 * @param remaining how many units are left for the key, 0 or more
 * @param retryAfter how long until the same request may pass, if nobody else uses the key
 *     meanwhile; zero when it passes now
 * @param resetAfter how long until the whole limit is there again, if nobody uses the key meanwhile
 * @param standing how it came about
 */
public record Decision(
    boolean allowed,
    RateRule rule,
    long remaining,
    Duration retryAfter,
    Duration resetAfter,
    Standing standing) {

  /** How a decision came about. */
  public enum Standing {
    /** By the limiter that was asked for. */
    EXACT,
    /** The store does not answer: counted in this JVM alone. */
    LOCAL,
    /** The store does not answer, and the policy is then closed: 503. */
    CLOSED,
    /** Allowed because the policy does not count such requests. */
    UNCOUNTED
  }

  /** {@return the limit of the rule that this is about} */
  public int limit() {
    return rule.limit();
  }

  /** {@return whether the store did not answer} */
  public boolean degraded() {
    return standing == Standing.LOCAL || standing == Standing.CLOSED;
  }

  /**
   * {@return the HTTP status of a refusal}: 429 (RFC 6585), or 503 when the store does not answer
   * and the policy is closed then
   *
   * @throws IllegalStateException if it is allowed
   */
  public int status() {
    if (allowed) {
      throw new IllegalStateException("the request is allowed: its status is its own");
    }
    return standing == Standing.CLOSED ? 503 : 429;
  }

  /** Allowed. */
  static Decision allowed(RateRule rule, long remaining, Duration resetAfter) {
    return new Decision(true, rule, remaining, Duration.ZERO, resetAfter, Standing.EXACT);
  }

  /** Denied for now. */
  static Decision denied(RateRule rule, long remaining, Duration retryAfter, Duration resetAfter) {
    return new Decision(false, rule, remaining, retryAfter, resetAfter, Standing.EXACT);
  }

  /** Denied however long one waits: the limit is 0, or less than the cost. */
  static Decision never(RateRule rule) {
    return denied(rule, 0, rule.window(), rule.window());
  }

  static Decision uncounted(RateRule rule) {
    return new Decision(true, rule, rule.limit(), Duration.ZERO, Duration.ZERO, Standing.UNCOUNTED);
  }

  Decision standing(Standing other) {
    return new Decision(allowed, rule, remaining, retryAfter, resetAfter, other);
  }

  /** This one, or the one of another rule that allows less. */
  Decision tighter(Decision other) {
    return other.remaining < remaining ? other : this;
  }
}
