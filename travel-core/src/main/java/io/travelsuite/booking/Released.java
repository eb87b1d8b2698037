package io.travelsuite.booking;

/**
 * The hold was given up and its units given back: now, or by an earlier call.
 *
 * @param booking the booking as it now stands
 */
public record Released(Booking booking) implements Success, ReleaseResult {}
