package io.travelsuite.payments;

import io.travelsuite.payments.ledger.Fact;
import java.util.List;

/** What a provider knows of a payment. */
public sealed interface Lookup {

  /**
   * It has it.
   *
   * @param providerPayment its name for it
   * @param facts what has happened so far
   * @param open whether the customer may still pay
   */
  record Found(String providerPayment, List<Fact> facts, boolean open) implements Lookup {
    /** Copies the list. */
    public Found {
      facts = List.copyOf(facts);
    }
  }

  /** It does not have it, as far as it knows: a request may still be on its way. */
  record Absent() implements Lookup {}

  /**
   * It did not answer.
   *
   * @param reason what went wrong
   */
  record Unanswered(String reason) implements Lookup {}
}
