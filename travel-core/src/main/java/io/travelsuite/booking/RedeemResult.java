package io.travelsuite.booking;

/** What {@link Bookings#redeem} answers. */
public sealed interface RedeemResult extends BookingResult
    permits Redeemed, AlreadyRedeemed, WrongState, NoSuchBooking {}
