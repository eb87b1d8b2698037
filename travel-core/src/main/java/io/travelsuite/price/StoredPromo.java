package io.travelsuite.price;

/**
 * A promo code as it stood when it was read.
 *
 * @param id its id
 * @param promo what it is
 * @param used how many bookings have used it, holds included, also those that expired and were not
 *     swept yet
 */
public record StoredPromo(PromoId id, Promo promo, int used) {}
