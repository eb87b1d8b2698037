package io.travelsuite.security.event;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.Alert;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which series of events somebody should look at.
 *
 * @param name the alert's rule, 1 to 64 of {@code a–z 0–9 . -}
 * @param type which events
 * @param by events of the same value of this field are a series; null: all are one
 * @param different if not null, only different values of this field count: how many accounts one
 *     address tried
 * @param count how many are too many, 1 to 10,000
 * @param window over how long, 1 second to 1 day
 * @param severity how soon somebody should look
 */
public record AlertRule(
    String name,
    SecurityEventType type,
    @Nullable EventField by,
    @Nullable EventField different,
    int count,
    Duration window,
    Alert.Severity severity) {

  private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

  /**
   * Guessing one account's password (10 in 10 minutes), one password with many accounts (10
   * accounts of one address), sign-ins failing everywhere (500), one address running into limits
   * (100), probing for rights (10), bad signatures for one provider (10), a revoked token (1),
   * ended sessions of one address (10), strange pages (50).
   */
  public static final List<AlertRule> DEFAULTS =
      List.of(
          each("authn.guessing", SecurityEventType.LOGIN_FAIL, EventField.USER, 10),
          new AlertRule(
              "authn.spraying",
              SecurityEventType.LOGIN_FAIL,
              EventField.ADDRESS,
              EventField.USER,
              10,
              TEN_MINUTES,
              Alert.Severity.WARNING),
          each("authn.flood", SecurityEventType.LOGIN_FAIL, null, 500),
          each("excess.rate", SecurityEventType.RATE_LIMIT, EventField.ADDRESS, 100),
          each("authz.probing", SecurityEventType.AUTHZ_FAIL, EventField.USER, 10),
          each("signature.wrong", SecurityEventType.SIGNATURE_FAIL, EventField.PROVIDER, 10),
          each("token.reuse", SecurityEventType.TOKEN_REUSE, EventField.TOKEN, 1),
          each("session.reuse", SecurityEventType.SESSION_USE_AFTER_EXPIRE, EventField.ADDRESS, 10),
          each("cors.strange", SecurityEventType.CORS, EventField.ADDRESS, 50));

  /** Checks the ranges. */
  public AlertRule {
    unless(count >= 1 && count <= 10_000, "count", count, "must be 1 to 10,000");
    boolean sensible =
        window.compareTo(Duration.ofSeconds(1)) >= 0 && window.compareTo(Duration.ofDays(1)) <= 0;
    unless(sensible, "window", window, "must be 1 second to 1 day");
  }

  private static AlertRule each(
      String name, SecurityEventType type, @Nullable EventField by, int count) {
    return new AlertRule(name, type, by, null, count, TEN_MINUTES, Alert.Severity.WARNING);
  }
}
