package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What to hold: all of its lines or none. All lines are of one operator.
 *
 * <p>With a {@link #key(String) key} or an {@link #id(BookingId) id} the request is safe to repeat:
 * the same request gives the same booking, another request under the same key is a {@link
 * KeyConflict}. A refusal is not kept under the key.
 *
 * @param lines 1 to 400 lines, over any number of occurrences
 * @param key idempotency key, unique per operator: 1 to 255 printable ASCII characters; or null
 * @param id the booking's id when the client chooses it; or null
 * @param lifetime how long to hold: 1 second to the library's longest hold; 15 minutes by default
 * @param customer who books; unknown by default
 * @param channel through which channel it is sold, 1 to 32 of {@code A–Z a–z 0–9 . _ -}, which
 *     decides about allotments and seats kept for channels; or null
 * @param promo the promo code that the customer typed, or null
 */
public record HoldRequest(
    List<Line> lines,
    @Nullable String key,
    @Nullable BookingId id,
    Duration lifetime,
    Customer customer,
    @Nullable String channel,
    @Nullable String promo) {

  private static final Pattern KEY = Pattern.compile("[ -~]{1,255}");
  private static final int MOST_LINES = 400;

  /** Checks the ranges and copies the lines. */
  public HoldRequest {
    lines = List.copyOf(lines);
    unless(
        !lines.isEmpty() && lines.size() <= MOST_LINES,
        "lines",
        lines.size(),
        "must be 1 to " + MOST_LINES);
    unless(
        key == null || KEY.matcher(key).matches(),
        "key",
        key,
        "must be 1 to 255 printable ASCII characters");
    unless(
        lifetime.compareTo(Duration.ofSeconds(1)) >= 0,
        "lifetime",
        lifetime,
        "must be at least 1 second");
    unless(
        promo == null || promo.length() <= 255, "promo", promo, "must be at most 255 characters");
    ShortName.checkIfGiven("channel", channel);
  }

  /**
   * {@return a request for units that each take one of the occurrence's only pool, over its whole
   * run}
   *
   * @param occurrence what is booked
   * @param units how many, 1 to 1,000
   */
  public static HoldRequest of(OccurrenceId occurrence, int units) {
    return of(Line.of(occurrence, units));
  }

  /**
   * {@return a request for these lines, all or nothing}
   *
   * @param lines 1 to 400 lines
   */
  public static HoldRequest of(Line... lines) {
    return of(List.of(lines));
  }

  /**
   * {@return a request for these lines, all or nothing}
   *
   * @param lines 1 to 400 lines
   */
  public static HoldRequest of(List<Line> lines) {
    return new HoldRequest(lines, null, null, Duration.ofMinutes(15), Customer.UNKNOWN, null, null);
  }

  /**
   * {@return the same under an idempotency key}
   *
   * @param value 1 to 255 printable ASCII characters
   */
  public HoldRequest key(String value) {
    return new HoldRequest(lines, value, id, lifetime, customer, channel, promo);
  }

  /**
   * {@return the same with a booking id of the client's choice, which works as a key does}
   *
   * @param chosen an id never used before
   */
  public HoldRequest id(BookingId chosen) {
    return new HoldRequest(lines, key, chosen, lifetime, customer, channel, promo);
  }

  /**
   * {@return the same held for so long}
   *
   * @param duration 1 second to the library's longest hold
   */
  public HoldRequest lifetime(Duration duration) {
    return new HoldRequest(lines, key, id, duration, customer, channel, promo);
  }

  /**
   * {@return the same for this customer}
   *
   * @param who who books
   */
  public HoldRequest customer(Customer who) {
    return new HoldRequest(lines, key, id, lifetime, who, channel, promo);
  }

  /**
   * {@return the same through this channel}
   *
   * @param name 1 to 32 of {@code A–Z a–z 0–9 . _ -}
   */
  public HoldRequest channel(String name) {
    return new HoldRequest(lines, key, id, lifetime, customer, name, promo);
  }

  /**
   * {@return the same with a promo code}
   *
   * @param code what the customer typed, exactly as the operator made it
   */
  public HoldRequest promo(String code) {
    return new HoldRequest(lines, key, id, lifetime, customer, channel, code);
  }
}
