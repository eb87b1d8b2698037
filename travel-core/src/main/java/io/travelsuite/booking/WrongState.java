package io.travelsuite.booking;

/**
 * The booking is in a state from which the transition does not lead on, for example a confirm after
 * the hold expired. Nothing was changed.
 *
 * @param booking the booking as it stands
 */
public record WrongState(Booking booking)
    implements Refusal,
        ConfirmResult,
        ChangeResult,
        ExtendResult,
        ReleaseResult,
        CancelResult,
        RedeemResult,
        NoShowResult {}
