package io.travelsuite.inventory;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an occurrence stops. The section between two consecutive stops is a leg.
 *
 * @param code the operator's code for the place, 1 to 32 printable ASCII characters without space
 * @param arrival when it is reached, in time that passes from the start of the occurrence, whole
 *     seconds; not negative, at most 366 days
 * @param departure when it is left, counted alike; not before the arrival
 * @param zone the time zone of the place, or null where it is the product's
 * @param boarding whether people may board here
 * @param alighting whether people may alight here
 */
public record Stop(
    String code,
    Duration arrival,
    Duration departure,
    @Nullable ZoneId zone,
    boolean boarding,
    boolean alighting) {
  private static final Pattern CODE = Pattern.compile("[!-~]{1,32}");

  /** Checks the code and the times. */
  public Stop {
    checkCode("stop", code);
    checkTime("arrival", arrival);
    checkTime("departure", departure);
    unless(
        departure.compareTo(arrival) >= 0,
        "departure",
        departure,
        "must not be before the arrival (" + arrival + ")");
  }

  static void checkCode(String field, String code) {
    unless(
        CODE.matcher(code).matches(),
        field,
        code,
        "must be 1 to 32 printable ASCII characters without space");
  }

  private static void checkTime(String field, Duration time) {
    unless(
        !time.isNegative()
            && time.compareTo(Duration.ofDays(366)) <= 0
            && time.equals(time.truncatedTo(ChronoUnit.SECONDS)),
        field,
        time,
        "must be 0 to 366 days in whole seconds");
  }

  /**
   * {@return a stop some minutes after the start}
   *
   * @param code the operator's code for the place
   * @param minutes minutes after the start
   */
  public static Stop of(String code, long minutes) {
    return of(code, Duration.ofMinutes(minutes), Duration.ofMinutes(minutes));
  }

  /**
   * {@return a stop that is reached and later left}
   *
   * @param code the operator's code for the place
   * @param arrival when it is reached, from the start
   * @param departure when it is left, from the start
   */
  public static Stop of(String code, Duration arrival, Duration departure) {
    return new Stop(code, arrival, departure, null, true, true);
  }

  /**
   * {@return the same in a time zone of its own}
   *
   * @param place the time zone of the place
   */
  public Stop zone(ZoneId place) {
    return new Stop(code, arrival, departure, place, boarding, alighting);
  }

  /** {@return the same, where nobody may board} */
  public Stop alightingOnly() {
    return new Stop(code, arrival, departure, zone, false, true);
  }

  /** {@return the same, where nobody may alight} */
  public Stop boardingOnly() {
    return new Stop(code, arrival, departure, zone, true, false);
  }
}
