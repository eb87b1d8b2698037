package io.travelsuite.alert;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;

/**
 * An alert as it is told.
 *
 * @param alert what was found
 * @param count how often: 1 when it is told first; when it is told again, how often more since
 * @param since when it was found first
 */
public record AlertNotice(Alert alert, long count, Instant since) {

  /** Checks the range. */
  public AlertNotice {
    unless(count >= 1, "count", count, "must be 1 or more");
  }
}
