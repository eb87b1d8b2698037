package io.travelsuite.booking;

/** What {@link Bookings#noShow} answers. */
public sealed interface NoShowResult extends BookingResult
    permits MarkedNoShow, WrongState, NoSuchBooking {}
