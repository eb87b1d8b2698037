package io.travelsuite.booking;

/** The state of one unit of a line: one person's place, one car. */
public enum UnitState {
  /** Held or sold. */
  ACTIVE,
  /** Given back by a partial cancellation. */
  CANCELLED,
  /** Used. */
  REDEEMED
}
