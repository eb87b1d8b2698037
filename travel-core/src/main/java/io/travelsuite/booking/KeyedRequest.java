package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A page of the bookings whose keys begin alike: all of one customer, where a host's keys begin
 * with who asked.
 *
 * @param operator whose
 * @param prefix what the keys begin with: 1 to 255 printable ASCII characters
 * @param after the key after which the page begins, or null for the first page
 * @param limit the most bookings to list: 1 to 1,000
 */
public record KeyedRequest(OperatorId operator, String prefix, @Nullable String after, int limit) {

  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
  private static final int USUAL = 100;

  /** Checks the ranges. */
  public KeyedRequest {
    unless(KEY.matcher(prefix).matches(), "prefix", prefix, "must be 1 to 255 of ASCII");
    boolean among = after == null || (KEY.matcher(after).matches() && after.startsWith(prefix));
    unless(among, "after", after, "must be a key that begins so");
    unless(limit >= 1 && limit <= 1_000, "limit", limit, "must be 1 to 1,000");
  }

  /**
   * {@return the first page, 100 at a time}
   *
   * @param operator whose
   * @param prefix what the keys begin with
   */
  public static KeyedRequest of(OperatorId operator, String prefix) {
    return new KeyedRequest(operator, prefix, null, USUAL);
  }

  /**
   * {@return the page after a key}
   *
   * @param last what the page before gave as {@link KeyedPage#next}
   */
  public KeyedRequest after(String last) {
    return new KeyedRequest(operator, prefix, last, limit);
  }

  /**
   * {@return the same with another limit}
   *
   * @param most bookings a page, 1 to 1,000
   */
  public KeyedRequest limit(int most) {
    return new KeyedRequest(operator, prefix, after, most);
  }
}
