package io.travelsuite.booking;

/**
 * The booking was confirmed: now, or by an earlier call. In that case it may have moved on since:
 * look at its state.
 *
 * @param booking the booking as it now stands
 */
public record Confirmed(Booking booking) implements Success, ConfirmResult {}
