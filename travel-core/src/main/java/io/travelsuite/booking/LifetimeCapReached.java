package io.travelsuite.booking;

/**
 * The hold cannot be extended any further: it already expires at {@link Booking#extendableUntil()}.
 *
 * @param booking the booking as it stands
 */
public record LifetimeCapReached(Booking booking) implements Refusal, ExtendResult {}
