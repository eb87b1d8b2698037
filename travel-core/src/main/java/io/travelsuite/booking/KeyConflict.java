package io.travelsuite.booking;

/**
 * The key or the id was used before, with another request. Nothing was taken.
 *
 * @param existing the booking made under it
 */
public record KeyConflict(BookingId existing) implements Refusal, HoldResult {}
