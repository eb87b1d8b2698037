package io.travelsuite.search;

/** Whether a party could hold a departure now, and if not, why. */
public enum Status {
  /** It could. */
  AVAILABLE,
  /** Fewer are left than the party needs. */
  SOLD_OUT,
  /** Its sale has not opened yet. */
  NOT_YET_OPEN,
  /** Its sale has ended at the stop where the party would board. */
  CUTOFF_PASSED,
  /** The operator closed it. */
  CLOSED,
  /** The operator cancelled it. */
  CANCELLED,
  /** The party is smaller than the terms let through. */
  PARTY_TOO_SMALL,
  /** The party is larger than the terms let through. */
  PARTY_TOO_LARGE,
  /** It does not sell such fare units, pools or fare classes. */
  NOT_OFFERED,
  /** A fare unit is not for these: its ages, its number, its companions or a measure. */
  RESTRICTED
}
