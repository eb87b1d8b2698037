package io.travelsuite.booking;

import io.travelsuite.inventory.OperatorId;
import java.time.Duration;
import java.util.Optional;

/**
 * Holds and bookings. Thread-safe.
 *
 * <p>A transition is decided under the lock, by the database's clock, and written with its event
 * and its audit record in one transaction; repeated, it is answered and not applied again. Every
 * method throws {@link io.travelsuite.StorageException} when the database fails; one that is not
 * retryable may leave the outcome unknown, and repeating the call then finds out. Input that can
 * never be right is an {@link io.travelsuite.InvalidRequestException}.
 */
public interface Bookings {

  /**
   * Holds all lines of a request or none.
   *
   * @param request what to hold
   * @return {@link Held}, {@link SoldOut}, {@link NotOnSale}, {@link KeyConflict} or {@link Busy}
   */
  HoldResult hold(HoldRequest request);

  /**
   * Makes a hold a booking, if it has not expired.
   *
   * @param id which
   * @param confirmation the payment's reference, and other units than held if wanted
   * @return {@link Confirmed}, also when it was confirmed before, and may have moved on since;
   *     {@link SoldOut} or {@link NotOnSale} when other units were wanted and cannot be had, and
   *     then the hold stands as it was; {@link WrongState} when it expired or was released; {@link
   *     NoSuchBooking}
   */
  ConfirmResult confirm(BookingId id, Confirmation confirmation);

  /**
   * Confirms what is held; see {@link #confirm(BookingId, Confirmation)}.
   *
   * @param id which
   * @param paymentReference the host's own, 1 to 255 printable ASCII characters
   * @return {@link Confirmed}, also when it was confirmed before; {@link WrongState} when it
   *     expired or was released; {@link NoSuchBooking}
   */
  default ConfirmResult confirm(BookingId id, String paymentReference) {
    return confirm(id, Confirmation.of(paymentReference));
  }

  /**
   * Makes a hold last so long from now, up to its cap; never shorter than it lasts already.
   *
   * @param id which
   * @param lifetime from now; at least 1 second
   * @return {@link Extended}, {@link LifetimeCapReached}, {@link WrongState} or {@link
   *     NoSuchBooking}
   */
  ExtendResult extend(BookingId id, Duration lifetime);

  /**
   * Swaps lines of a hold or of a confirmed booking for others, all at once or not at all.
   *
   * @param id which
   * @param change what to give back and what to take
   * @return {@link Changed}, {@link SoldOut}, {@link NotOnSale}, {@link WrongState} or {@link
   *     NoSuchBooking}; also {@link WrongState} when a line to give back has a unit that was used
   */
  ChangeResult change(BookingId id, Change change);

  /**
   * Gives up a hold.
   *
   * @param id which
   * @return {@link Released}, also when it was released before; {@link WrongState} or {@link
   *     NoSuchBooking}
   */
  ReleaseResult release(BookingId id);

  /**
   * Cancels units of a confirmed booking and gives them back, once however often it is asked.
   *
   * @param id which
   * @param units all, or some by line and place
   * @return {@link Cancelled}, {@link WrongState} (also when a unit asked for was used) or {@link
   *     NoSuchBooking}
   */
  CancelResult cancel(BookingId id, UnitSelection units);

  /**
   * Cancels a whole booking; see {@link #cancel(BookingId, UnitSelection)}.
   *
   * @param id which
   * @return {@link Cancelled}, {@link WrongState} (also when a unit was used) or {@link
   *     NoSuchBooking}
   */
  default CancelResult cancel(BookingId id) {
    return cancel(id, UnitSelection.all());
  }

  /**
   * Marks units of a confirmed booking as used, each once. A whole line or booking means those of
   * its units that are not used and not cancelled.
   *
   * @param id which
   * @param units all, or some by line and place
   * @return {@link Redeemed}; {@link AlreadyRedeemed} when a unit named by its place was used
   *     before, or none of a whole line or booking is left; {@link WrongState}, also when a unit
   *     named by its place is cancelled; {@link NoSuchBooking}
   */
  RedeemResult redeem(BookingId id, UnitSelection units);

  /**
   * Marks every unit left of a booking as used; see {@link #redeem(BookingId, UnitSelection)}.
   *
   * @param id which
   * @return {@link Redeemed}, {@link AlreadyRedeemed} when none is left, {@link WrongState} or
   *     {@link NoSuchBooking}
   */
  default RedeemResult redeem(BookingId id) {
    return redeem(id, UnitSelection.all());
  }

  /**
   * Marks a confirmed booking, none of whose units was used, as never used.
   *
   * @param id which
   * @return {@link MarkedNoShow}, also when it was before; {@link WrongState} or {@link
   *     NoSuchBooking}
   */
  NoShowResult noShow(BookingId id);

  /**
   * {@return the booking of that id, if there is one}
   *
   * @param id which
   */
  Optional<Booking> find(BookingId id);

  /**
   * {@return the booking of that reference, if there is one}
   *
   * @param operator whose
   * @param reference as people type it: small letters, spaces and hyphens are forgiven
   */
  Optional<Booking> findByReference(OperatorId operator, String reference);

  /**
   * {@return the booking held under that key, if there is one}
   *
   * @param operator whose
   * @param key the idempotency key
   */
  Optional<Booking> findByKey(OperatorId operator, String key);

  /**
   * {@return the bookings whose keys begin alike, a page at a time, by key}
   *
   * <p>A page costs what it has, however many there are: it is read from the index that makes keys
   * unique. In which order they were made it does not tell.
   *
   * @param request whose, and what the keys begin with
   */
  KeyedPage keyed(KeyedRequest request);

  /**
   * {@return the bookings of an occurrence, a page at a time}
   *
   * @param request which occurrence, which states, from where
   */
  ManifestPage manifest(ManifestRequest request);

  /**
   * Sweeps holds that expired: writes their state and gives their units back. Hygiene only, since
   * expired holds count as free without it; run it now and then where availability is read much.
   *
   * @param most the most holds to sweep, 1 to 10,000
   * @return how many were swept; fewer than {@code most} means none are left for now
   */
  int sweepExpired(int most);
}
