package io.travelsuite.booking;

import io.travelsuite.RefusedException;

/** A business "no": nothing was changed. */
public sealed interface Refusal extends BookingResult
    permits SoldOut,
        NotOnSale,
        KeyConflict,
        Busy,
        WrongState,
        NoSuchBooking,
        LifetimeCapReached,
        AlreadyRedeemed {

  @Override
  default Booking orElseThrow() {
    throw new RefusedException(this);
  }
}
