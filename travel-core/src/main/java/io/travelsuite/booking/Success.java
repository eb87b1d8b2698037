package io.travelsuite.booking;

/** The transition took place, now or before. */
public sealed interface Success extends BookingResult
    permits Held, Confirmed, Changed, Extended, Released, Cancelled, Redeemed, MarkedNoShow {

  /** {@return the booking as it now stands} */
  Booking booking();

  @Override
  default Booking orElseThrow() {
    return booking();
  }
}
