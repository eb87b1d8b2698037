package io.travelsuite.booking;

/** What {@link Bookings#confirm} answers. */
public sealed interface ConfirmResult extends BookingResult
    permits Confirmed, SoldOut, NotOnSale, WrongState, NoSuchBooking {}
