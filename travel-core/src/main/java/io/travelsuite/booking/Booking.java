package io.travelsuite.booking;

import io.travelsuite.inventory.OperatorId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a customer has, as it stood when it was read.
 *
 * @param id its id
 * @param operator who sold it
 * @param reference the short human code: 10 of {@code 2–9 A–Z} without I and O, unique per operator
 *     and unguessable (50 random bits)
 * @param state where it stands; a hold past {@code expiresAt} is EXPIRED, swept or not
 * @param version 1 when made, one more with every transition
 * @param key the idempotency key it was held under, or null
 * @param channel through which channel it was sold, or null
 * @param customer who booked
 * @param paymentReference what the host gave when it confirmed, or null
 * @param lines what is booked; lines that were changed for others are left out
 * @param createdAt when it was held
 * @param expiresAt when the hold expires or expired; null once confirmed
 * @param extendableUntil the latest moment to which the hold can be extended
 */
public record Booking(
    BookingId id,
    OperatorId operator,
    String reference,
    BookingState state,
    int version,
    @Nullable String key,
    @Nullable String channel,
    Customer customer,
    @Nullable String paymentReference,
    List<BookedLine> lines,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Instant extendableUntil) {

  /** Copies the lines. */
  public Booking {
    lines = List.copyOf(lines);
  }
}
