package io.travelsuite.booking;

/** What {@link Bookings#cancel} answers. */
public sealed interface CancelResult extends BookingResult
    permits Cancelled, WrongState, NoSuchBooking {}
