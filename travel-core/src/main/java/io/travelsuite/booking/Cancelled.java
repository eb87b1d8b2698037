package io.travelsuite.booking;

/**
 * Every unit asked for is cancelled and given back: now, or by an earlier call. The booking is
 * CANCELLED when no live unit remains.
 *
 * @param booking the booking as it now stands
 */
public record Cancelled(Booking booking) implements Success, CancelResult {}
