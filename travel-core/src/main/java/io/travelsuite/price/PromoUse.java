package io.travelsuite.price;

import org.joda.money.Money;

/**
 * A promo code that a booking uses.
 *
 * @param id the promo's id
 * @param code what the customer typed
 * @param discount what it took off when the hold was made; it stays, whatever becomes of the code
 */
public record PromoUse(PromoId id, String code, Money discount) {}
