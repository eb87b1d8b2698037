package io.travelsuite.booking;

/**
 * The units asked for were used, by this call. The booking is REDEEMED when no unused unit remains.
 *
 * @param booking the booking as it now stands
 */
public record Redeemed(Booking booking) implements Success, RedeemResult {}
