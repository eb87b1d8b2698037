package io.travelsuite.booking;

import io.travelsuite.RefusedException;

/** What a transition answers: a {@link Success} with the booking, or a {@link Refusal}. */
public sealed interface BookingResult
    permits Success,
        Refusal,
        HoldResult,
        ConfirmResult,
        ChangeResult,
        ExtendResult,
        ReleaseResult,
        CancelResult,
        RedeemResult,
        NoShowResult {

  /**
   * {@return the booking}
   *
   * @throws RefusedException when this is a refusal; the exception carries it
   */
  Booking orElseThrow();
}
