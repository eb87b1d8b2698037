package io.travelsuite.payments.ledger;

import org.joda.money.Money;

/** What {@link PaymentStore#claim} answers. */
public sealed interface ClaimResult {

  /**
   * The operation is the caller's to send, until its lease lapses.
   *
   * @param operation as it is now stored: SENT, with its number of attempts
   */
  record Claimed(Operation operation) implements ClaimResult {}

  /**
   * Somebody else is sending it, or the provider waits for the customer.
   *
   * @param operation as it is stored
   */
  record InFlight(Operation operation) implements ClaimResult {}

  /**
   * It was done, or refused, before.
   *
   * @param operation as it is stored
   */
  record Settled(Operation operation) implements ClaimResult {}

  /**
   * The key was used before for another amount.
   *
   * @param operation as it is stored
   */
  record OtherAmount(Operation operation) implements ClaimResult {}

  /**
   * It would move more than there is. Nothing was recorded.
   *
   * @param left how much there is
   */
  record NoRoom(Money left) implements ClaimResult {}
}
