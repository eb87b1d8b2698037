package io.travelsuite.payments.ledger;

/**
 * A fact that does not fit. It is kept as every fact is, and counted in no amount unless its kind
 * says so.
 *
 * @param kind how it does not fit
 * @param fact which fact
 */
public record Anomaly(Kind kind, Fact fact) {

  /** How a fact does not fit. */
  public enum Kind {
    /** In another currency than the payment. */
    CURRENCY,
    /** The same object and transition with another amount; the more careful one counts. */
    CONTRADICTION,
    /** Authorized beyond what was asked for: a second charge. It counts, so it can be undone. */
    BEYOND_REQUEST,
    /**
     * More captured than authorized, more refunded than captured, more voided than was left. What
     * covers it may yet come: facts arrive in any order.
     */
    UNCOVERED
  }

  /** {@return whether a later fact may make it fit} */
  public boolean curable() {
    return kind == Kind.UNCOVERED;
  }
}
