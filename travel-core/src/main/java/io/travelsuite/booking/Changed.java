package io.travelsuite.booking;

/**
 * The lines were swapped.
 *
 * @param booking the booking as it now stands
 */
public record Changed(Booking booking) implements Success, ChangeResult {}
