package io.travelsuite.payments;

import io.travelsuite.TravelException;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import java.io.Serial;

/**
 * A provider answered with a fact of another payment, another provider or the other mode: a live
 * key where a test key belongs, or a broken provider. Nothing of the answer was recorded; the
 * operation stays open, and whoever repeats it meets this again until the configuration is right.
 */
public final class ForeignFactException extends TravelException {

  @Serial private static final long serialVersionUID = 1L;

  ForeignFactException(PaymentReference asked, Fact fact) {
    super(
        "asked about %s, but the answer is of %s %s %s; check that the provider's keys are of the right mode"
            .formatted(asked, fact.provider(), fact.mode(), fact.reference()),
        null);
  }
}
