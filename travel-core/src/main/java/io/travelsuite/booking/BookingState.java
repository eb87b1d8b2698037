package io.travelsuite.booking;

/**
 * The states of a booking: {@code HELD → CONFIRMED | EXPIRED | RELEASED}, {@code CONFIRMED →
 * CANCELLED | REDEEMED | NO_SHOW}. The first, CONFIRMED, REDEEMED and NO_SHOW take units; the
 * others have given them back.
 */
public enum BookingState {
  /** Units are kept until the hold expires. */
  HELD(true),
  /** Sold. */
  CONFIRMED(true),
  /** The hold ran out; so it is from that moment on, whether or not it was swept. */
  EXPIRED(false),
  /** The hold was given up. */
  RELEASED(false),
  /** Sold and given back. */
  CANCELLED(false),
  /** Every unit that was not cancelled was used. */
  REDEEMED(true),
  /** Sold and never used. */
  NO_SHOW(true);

  private final boolean takesUnits;

  BookingState(boolean takesUnits) {
    this.takesUnits = takesUnits;
  }

  /** {@return whether a booking in this state takes units of pools} */
  public boolean takesUnits() {
    return takesUnits;
  }
}
