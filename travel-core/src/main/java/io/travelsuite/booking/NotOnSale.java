package io.travelsuite.booking;

import io.travelsuite.inventory.OccurrenceId;

/**
 * An occurrence that was asked for is not sold, or not so. Nothing was taken.
 *
 * @param occurrence which
 * @param reason why
 * @param detail what was asked for and what is let through, for people; empty where the reason says
 *     it all
 */
public record NotOnSale(OccurrenceId occurrence, Reason reason, String detail)
    implements Refusal, HoldResult, ConfirmResult, ChangeResult {

  /**
   * A refusal that needs no detail.
   *
   * @param occurrence which
   * @param reason why
   */
  public NotOnSale(OccurrenceId occurrence, Reason reason) {
    this(occurrence, reason, "");
  }

  /** Why an occurrence is not sold. */
  public enum Reason {
    /** There is no such occurrence. */
    UNKNOWN,
    /** The operator closed it. */
    CLOSED,
    /** The operator cancelled it. */
    CANCELLED,
    /** Its sale has not opened yet. */
    NOT_YET_OPEN,
    /** Its sale has ended at the stop where a line begins. */
    CUTOFF_PASSED,
    /** The party is smaller than the terms let through. */
    PARTY_TOO_SMALL,
    /** The party is larger than the terms let through. */
    PARTY_TOO_LARGE,
    /** Nobody may board at the stop where a line begins. */
    NO_BOARDING,
    /** Nobody may alight at the stop where a line ends. */
    NO_ALIGHTING,
    /** No such fare unit or fare class is sold here. */
    NOT_OFFERED,
    /** A fare unit is not for these: its ages, its number, its companions or a measure. */
    RESTRICTED,
    /** A seat that was asked for is blocked, or for another channel. */
    SEAT_NOT_SOLD,
    /** It is sold at prices, and there is none for a line. */
    NO_PRICE,
    /** There is no such promo code, or not for these dates, not any more, or for nothing priced. */
    PROMO_NOT_VALID,
    /** The promo code was used as often as it may be. */
    PROMO_USED_UP
  }
}
