package io.travelsuite.security.readiness;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.LocalDate;

/**
 * A check whose finding is not to count until a day. When that has passed the finding counts again,
 * and the silence is a finding of its own: {@code silence.expired}.
 *
 * @param id the check
 * @param reason why, for who reads it later; 10 characters or more
 * @param until the last day on which it counts, in UTC
 */
public record Silence(String id, String reason, LocalDate until) {

  private static final int SHORTEST_REASON = 10;

  /** Checks the reason. */
  public Silence {
    unless(reason.strip().length() >= SHORTEST_REASON, "reason", reason, "must say why");
  }
}
