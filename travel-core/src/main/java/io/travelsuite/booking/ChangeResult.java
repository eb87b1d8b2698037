package io.travelsuite.booking;

/** What {@link Bookings#change} answers. */
public sealed interface ChangeResult extends BookingResult
    permits Changed, SoldOut, NotOnSale, WrongState, NoSuchBooking {}
