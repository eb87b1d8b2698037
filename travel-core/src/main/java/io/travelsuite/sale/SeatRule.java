package io.travelsuite.sale;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.form.ShortName;
import org.jspecify.annotations.Nullable;

/**
 * A seat that is not for everybody. It still counts as a unit of its pool: whoever blocks seats
 * lowers what is sellable too, else the last who ask without a seat stand.
 *
 * @param seat the seat's label
 * @param channel the only channel that may have it, or null when nobody may
 */
public record SeatRule(String seat, @Nullable String channel) {
  /** Checks the names. */
  public SeatRule {
    unless(!seat.isEmpty() && seat.length() <= 32, "seat", seat, "must be 1 to 32 characters");
    ShortName.checkIfGiven("channel", channel);
  }

  /**
   * {@return a seat that is not sold}
   *
   * @param seat the seat's label
   */
  public static SeatRule blocked(String seat) {
    return new SeatRule(seat, null);
  }

  /**
   * {@return whether a channel may have the seat}
   *
   * @param buyer the channel, or null for none
   */
  public boolean isFor(@Nullable String buyer) {
    return channel != null && channel.equals(buyer);
  }
}
