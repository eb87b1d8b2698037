package io.travelsuite.booking;

/**
 * A unit asked for was used before: the second scan of a ticket. Nothing was changed.
 *
 * @param booking the booking as it stands
 */
public record AlreadyRedeemed(Booking booking) implements Refusal, RedeemResult {}
