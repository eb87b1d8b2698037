package io.travelsuite.booking;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OccurrenceId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list of bookings of an occurrence, by booking id.
 *
 * @param occurrence which
 * @param states the states to list, at least one
 * @param after the last booking of the page before, or null for the first page
 * @param limit the most bookings to list: 1 to 1,000
 */
public record ManifestRequest(
    OccurrenceId occurrence, Set<BookingState> states, @Nullable BookingId after, int limit) {

  /** Checks the ranges. */
  public ManifestRequest {
    unless(!states.isEmpty(), "states", states, "must name a state");
    states = Set.copyOf(states);
    unless(limit >= 1 && limit <= 1_000, "limit", limit, "must be 1 to 1,000");
  }

  /**
   * {@return the first page of those who travel: confirmed, redeemed and no-show; 100 at a time}
   *
   * @param occurrence which
   */
  public static ManifestRequest of(OccurrenceId occurrence) {
    return new ManifestRequest(
        occurrence,
        EnumSet.of(BookingState.CONFIRMED, BookingState.REDEEMED, BookingState.NO_SHOW),
        null,
        100);
  }

  /**
   * {@return the page after a booking}
   *
   * @param last the last booking of the page before
   */
  public ManifestRequest after(BookingId last) {
    return new ManifestRequest(occurrence, states, last, limit);
  }
}
