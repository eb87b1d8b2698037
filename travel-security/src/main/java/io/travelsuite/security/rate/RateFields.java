package io.travelsuite.security.rate;

import static io.travelsuite.security.rate.StructuredFields.parameter;
import static io.travelsuite.security.rate.StructuredFields.string;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The HTTP response fields that tell a client of its limit.
 *
 * <p>{@code Retry-After} (RFC 9110, section 10.2.3) is in every refusal: whole seconds, rounded up,
 * 1 at least. {@code RateLimit-Policy} and {@code RateLimit} are those of
 * draft-ietf-httpapi-ratelimit-headers-08 and later: lists of strings with integer parameters (RFC
 * 9651). They tell everybody how fast they may go, an attacker included; send them to clients that
 * are known.
 */
public final class RateFields {

  private RateFields() {}

  /**
   * {@return what every answer has: {@code Retry-After} when it is a refusal, nothing otherwise}
   *
   * @param decision what was decided
   */
  public static Map<String, String> of(Decision decision) {
    return decision.allowed()
        ? Map.of()
        : Map.of("Retry-After", Long.toString(Math.max(1, seconds(decision.retryAfter()))));
  }

  /**
   * {@return the same, and the fields of the draft}; none of those where nothing was counted
   *
   * <p>{@code q} is the rule's limit, {@code w} its window, {@code r} what is left and {@code t}
   * the seconds until all of it is there again; in a refusal until it is worth trying, as
   * Retry-After says. No partition key is told.
   *
   * @param policy the policy
   * @param decision what was decided by it
   */
  public static Map<String, String> withLimits(RatePolicy policy, Decision decision) {
    Map<String, String> fields = new LinkedHashMap<>(of(decision));
    boolean counted =
        decision.standing() == Decision.Standing.EXACT
            || decision.standing() == Decision.Standing.LOCAL;
    if (counted) {
      Duration reset = decision.allowed() ? decision.resetAfter() : decision.retryAfter();
      fields.put(
          "RateLimit-Policy",
          policy.rules().stream()
              .map(rule -> item(policy, rule))
              .collect(Collectors.joining(", ")));
      fields.put(
          "RateLimit",
          string(policy.name(decision.rule()))
              + parameter("r", decision.remaining())
              + parameter("t", seconds(reset)));
    }
    return fields;
  }

  private static String item(RatePolicy policy, RateRule rule) {
    return string(policy.name(rule))
        + parameter("q", rule.limit())
        + parameter("w", rule.window().toSeconds());
  }

  private static long seconds(Duration duration) {
    return duration.plusNanos(999_999_999).toSeconds();
  }
}
