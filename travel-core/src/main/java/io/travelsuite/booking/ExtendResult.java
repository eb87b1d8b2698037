package io.travelsuite.booking;

/** What {@link Bookings#extend} answers. */
public sealed interface ExtendResult extends BookingResult
    permits Extended, LifetimeCapReached, WrongState, NoSuchBooking {}
