package io.travelsuite.booking;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.price.PromoUse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
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
 * @param promo the promo code it uses, or null
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
    @Nullable PromoUse promo,
    List<BookedLine> lines,
    Instant createdAt,
    @Nullable Instant expiresAt,
    Instant extendableUntil) {

  /** Copies the lines. */
  public Booking {
    lines = List.copyOf(lines);
  }

  /**
   * {@return what its units cost that are not cancelled, less the promo code's discount; empty when
   * a line has no price}
   */
  public Optional<Money> total() {
    Money total = null;
    for (BookedLine line : lines) {
      if (line.price() == null) {
        return Optional.empty();
      }
      Money sum = line.price().total().multipliedBy(line.liveUnits());
      total = total == null ? sum : total.plus(sum);
    }
    if (total != null && promo != null) {
      total = total.minus(promo.discount());
      total = total.isNegative() ? Money.zero(total.getCurrencyUnit()) : total;
    }
    return Optional.ofNullable(total);
  }
}
