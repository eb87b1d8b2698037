package io.travelsuite.booking;

/**
 * The units are held.
 *
 * @param booking the booking as it now stands; when {@code repeated}, it may have moved on since it
 *     was held: look at its state
 * @param repeated whether an earlier call with the same key or id made it
 */
public record Held(Booking booking, boolean repeated) implements Success, HoldResult {}
