package io.travelsuite.payments;

/**
 * The boundaries between what is done on its own: where a process may die and nothing may be lost.
 * For tests, which end the process there.
 */
public enum Step {
  /** The intent is recorded; nobody was asked anything. */
  OPENED,
  /** An operation is recorded as being sent; it was not sent. */
  CLAIMED,
  /** The provider has answered; the answer is not recorded. */
  ANSWERED,
  /** A fact of the answer is recorded; the operation is not settled. */
  APPLIED,
  /** The operation is settled. */
  SETTLED,
  /** The same units are held again after the hold had expired; they are not confirmed. */
  HELD_AGAIN,
  /** The seats are confirmed; the payment does not know. */
  CONFIRMED,
  /** The payment's fate is decided. */
  DECIDED,
  /** Seats that were confirmed for an orphaned payment were given back. */
  SEATS_RETURNED
}
