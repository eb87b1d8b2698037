package io.travelsuite.booking;

/** What {@link Bookings#hold} answers. */
public sealed interface HoldResult extends BookingResult
    permits Held, SoldOut, NotOnSale, KeyConflict, Busy {}
