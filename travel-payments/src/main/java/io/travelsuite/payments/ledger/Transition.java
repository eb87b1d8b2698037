package io.travelsuite.payments.ledger;

/** What can happen to a provider's object. */
public enum Transition {
  /** The customer's bank keeps an amount for us. */
  AUTHORIZED,
  /** An amount was taken. */
  CAPTURED,
  /** An amount went back. */
  REFUNDED,
  /** An authorization, or what was left of it, was given up or lapsed. */
  VOIDED,
  /** The customer's bank wants an amount back. */
  DISPUTED,
  /** An attempt, or a refund, came to nothing. A refund that failed did not go back. */
  FAILED
}
