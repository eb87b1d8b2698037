package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where an occurrence stops. The section between two consecutive stops is a leg.
 *
 * @param code the operator's code for the place, 1 to 32 printable ASCII characters without space
 * @param offset when it leaves (the last: arrives), counted from the start of the occurrence; not
 *     negative, at most 366 days
 */
public record Stop(String code, Duration offset) {

  private static final Pattern CODE = Pattern.compile("[!-~]{1,32}");

  /** Checks code and offset. */
  public Stop {
    unless(
        CODE.matcher(code).matches(),
        "stop",
        code,
        "must be 1 to 32 printable ASCII characters without space");
    unless(
        !offset.isNegative() && offset.compareTo(Duration.ofDays(366)) <= 0,
        "offset",
        offset,
        "must be 0 to 366 days");
  }

  /**
   * {@return a stop some minutes after the start}
   *
   * @param code the operator's code for the place
   * @param minutes minutes after the start
   */
  public static Stop of(String code, long minutes) {
    return new Stop(code, Duration.ofMinutes(minutes));
  }
}
