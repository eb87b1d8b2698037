package io.travelsuite.seat;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the seats of a party are to be picked for it.
 *
 * <p>Seats tagged {@link Seat#ACCESSIBLE} are kept for those who ask for that tag. A party that
 * does not ask is seated on the others; only when it cannot be seated on them at all, not even
 * split up or with changes on the way (or, where it must sit together, not together), is it seated
 * as if no seat had that tag.
 *
 * @param zone the zone that all seats must be in, as in {@link Seat}; or null for any
 * @param tags what every seat of the party must have; at most 20 of 1 to 32 of {@code A–Z a–z 0–9 .
 *     _ -}
 * @param together whether the party may be split up
 */
public record SeatWish(@Nullable String zone, Set<String> tags, Together together) {

  /** Whether a party may be split up. */
  public enum Together {
    /** Side by side and without changing seats on the way, or not at all. */
    REQUIRED,
    /** Side by side where that can be; else in as few groups as possible, and close by. */
    PREFERRED
  }

  /** Checks zone and tags. */
  public SeatWish {
    if (zone != null) {
      Seat.checkName("zone", zone);
    }
    tags = Tags.checked(tags);
  }

  /** {@return any seats, the best that are free, side by side where that can be} */
  public static SeatWish bestAvailable() {
    return new SeatWish(null, Set.of(), Together.PREFERRED);
  }

  /**
   * {@return the same in one zone}
   *
   * @param name the zone's name; empty for the seats that have none
   */
  public SeatWish zone(String name) {
    return new SeatWish(name, tags, together);
  }

  /**
   * {@return the same, every seat also having this tag}
   *
   * @param more the tag
   */
  public SeatWish tag(String more) {
    return new SeatWish(zone, Tags.with(tags, more), together);
  }

  /** {@return the same, side by side or not at all} */
  public SeatWish allTogether() {
    return new SeatWish(zone, tags, Together.REQUIRED);
  }
}
