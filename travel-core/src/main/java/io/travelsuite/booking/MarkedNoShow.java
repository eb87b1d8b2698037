package io.travelsuite.booking;

/**
 * The booking is a no-show: now, or by an earlier call. Its units stay taken.
 *
 * @param booking the booking as it now stands
 */
public record MarkedNoShow(Booking booking) implements Success, NoShowResult {}
