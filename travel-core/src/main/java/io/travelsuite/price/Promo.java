package io.travelsuite.price;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A promo code of an operator.
 *
 * @param operator whose
 * @param code what customers type, unique per operator: 1 to 64 printable ASCII characters without
 *     space; upper and lower case differ
 * @param discount what it takes off
 * @param dates the dates it is for, of the occurrence's local start
 * @param endsAt from when on it cannot be used any more, or null when it always can
 * @param limit how many bookings may use it, 0 to 1,000,000,000
 */
public record Promo(
    OperatorId operator,
    String code,
    Discount discount,
    DateRange dates,
    @Nullable Instant endsAt,
    int limit) {
  private static final Pattern CODE = Pattern.compile("[!-~]{1,64}");
  private static final int MOST = 1_000_000_000;

  /** Checks the ranges. */
  public Promo {
    unless(
        CODE.matcher(code).matches(),
        "code",
        code,
        "must be 1 to 64 printable ASCII characters without space");
    unless(limit >= 0 && limit <= MOST, "limit", limit, "must be 0 to " + MOST);
  }

  /**
   * {@return a code for any date that may be used so often}
   *
   * @param operator whose
   * @param code what customers type
   * @param discount what it takes off
   * @param limit how many bookings may use it
   */
  public static Promo of(OperatorId operator, String code, Discount discount, int limit) {
    return new Promo(operator, code, discount, DateRange.ALWAYS, null, limit);
  }

  /**
   * {@return the same for occurrences that start on these dates}
   *
   * @param range of their local start
   */
  public Promo dates(DateRange range) {
    return new Promo(operator, code, discount, range, endsAt, limit);
  }

  /**
   * {@return the same until then}
   *
   * @param instant from when on it cannot be used any more
   */
  public Promo endsAt(Instant instant) {
    return new Promo(operator, code, discount, dates, instant, limit);
  }
}
