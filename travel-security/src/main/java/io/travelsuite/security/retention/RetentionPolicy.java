package io.travelsuite.security.retention;

import static io.travelsuite.InvalidRequestException.unless;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.regex.Pattern;

/**
 * How long one class of data is kept.
 *
 * @param dataClass what it is called, 1 to 32 of {@code A–Z a–z 0–9 . _ -}: {@code
 *     customer-contact}
 * @param keep how long after it is last needed, 1 day to 100 years, counted in the calendar of UTC
 * @param then what happens to it afterwards
 * @param basis the rule it follows, in words, 1 to 200 characters: {@code HGB § 257, 10 years}
 */
public record RetentionPolicy(String dataClass, Period keep, Action then, String basis) {

  private static final Pattern CLASS = Pattern.compile("[A-Za-z0-9._-]{1,32}");

  /** What happens to data that are no longer kept. */
  public enum Action {
    /** Their rows go. */
    DELETE,
    /** Rows stay, what tells of a person goes. */
    ANONYMISE
  }

  /** Checks the ranges. */
  public RetentionPolicy {
    boolean named = CLASS.matcher(dataClass).matches();
    unless(named, "dataClass", dataClass, "must be 1 to 32 of A-Z a-z 0-9 . _ -");
    boolean positive = keep.getDays() >= 0 && keep.getMonths() >= 0 && keep.getYears() >= 0;
    boolean sensible = positive && !keep.isZero() && keep.toTotalMonths() <= 1200;
    unless(sensible && keep.getDays() <= 36_600, "keep", keep, "must be 1 day to 100 years");
    unless(
        !basis.isBlank() && basis.length() <= 200, "basis", basis, "must be 1 to 200 characters");
  }

  /**
   * {@return before when data were last needed that are kept no longer}
   *
   * @param now what time it is
   */
  public Instant cutoff(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minus(keep).toInstant();
  }
}
