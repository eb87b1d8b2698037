package io.travelsuite.payments.ledger;

import java.util.List;
import org.joda.money.Money;

/**
 * What follows from the facts of a payment: refunded ≤ captured ≤ authorized, always.
 *
 * @param authorized what the bank kept for us, in all
 * @param captured what was taken of it, in all
 * @param refunded what of that went back
 * @param voided what of the authorized was given up
 * @param disputed what of the captured the bank wants back
 * @param failed whether an attempt to pay failed
 * @param anomalies facts that do not fit, in the order of their objects
 */
public record Totals(
    Money authorized,
    Money captured,
    Money refunded,
    Money voided,
    Money disputed,
    boolean failed,
    List<Anomaly> anomalies) {

  /** Copies the list. */
  public Totals {
    anomalies = List.copyOf(anomalies);
  }

  /** {@return what is authorized and neither captured nor voided} */
  public Money uncaptured() {
    return authorized.minus(captured).minus(voided);
  }

  /** {@return what is captured and not refunded} */
  public Money kept() {
    return captured.minus(refunded);
  }
}
