package io.travelsuite.booking;

import io.travelsuite.inventory.OccurrenceId;

/**
 * An occurrence that was asked for is not sold. Nothing was taken.
 *
 * @param occurrence which
 * @param reason why
 */
public record NotOnSale(OccurrenceId occurrence, Reason reason)
    implements Refusal, HoldResult, ConfirmResult, ChangeResult {

  /** Why an occurrence is not sold. */
  public enum Reason {
    /** There is no such occurrence. */
    UNKNOWN,
    /** The operator closed it. */
    CLOSED
  }
}
