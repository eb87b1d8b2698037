package io.travelsuite.payments.ledger;

/**
 * What became of the seats a payment is for: decided once, by a compare-and-set, whichever path
 * comes first.
 */
public enum Fate {
  /** Not decided. */
  OPEN,
  /** The seats were confirmed for this payment: the money may be taken. */
  SOLD,
  /** There are no seats for this payment: its money goes back. */
  ORPHANED
}
