package io.travelsuite.security.readiness;

import java.util.List;

/**
 * Where money comes from.
 *
 * @param accounts accounts at providers; may be empty
 * @param handlesCards whether card numbers come to this application at all
 */
public record PaymentSetup(List<PaymentAccount> accounts, boolean handlesCards) {

  /** Copies the collections. */
  public PaymentSetup {
    accounts = List.copyOf(accounts);
  }
}
