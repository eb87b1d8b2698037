package io.travelsuite.booking;

/**
 * There is no booking of that id.
 *
 * @param id the id asked for
 */
public record NoSuchBooking(BookingId id)
    implements Refusal,
        ConfirmResult,
        ChangeResult,
        ExtendResult,
        ReleaseResult,
        CancelResult,
        RedeemResult,
        NoShowResult {}
