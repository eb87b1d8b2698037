package io.travelsuite.booking;

/**
 * The hold now expires at {@link Booking#expiresAt()}: as long as was asked, or as long as the cap
 * allows.
 *
 * @param booking the booking as it now stands
 */
public record Extended(Booking booking) implements Success, ExtendResult {}
