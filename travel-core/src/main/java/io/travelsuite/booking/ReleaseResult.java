package io.travelsuite.booking;

/** What {@link Bookings#release} answers. */
public sealed interface ReleaseResult extends BookingResult
    permits Released, WrongState, NoSuchBooking {}
