package io.travelsuite.payments;

import io.travelsuite.payments.ledger.Fact;
import java.net.URI;
import java.util.List;

/** What came of asking a provider to do something. */
public sealed interface Outcome {

  /**
   * It is done.
   *
   * @param facts what happened, one fact or more
   */
  record Done(List<Fact> facts) implements Outcome {
    /** Copies the list. */
    public Done {
      facts = List.copyOf(facts);
    }

    /**
     * {@return what happened}
     *
     * @param facts one or more
     */
    public static Done of(Fact... facts) {
      return new Done(List.of(facts));
    }
  }

  /**
   * It was refused for good: asking again under the same key gives the same.
   *
   * @param reason the provider's reason, for people and logs
   */
  record Declined(String reason) implements Outcome {}

  /**
   * The customer has to go somewhere first.
   *
   * @param redirect where to
   * @param providerPayment the provider's name for the payment
   */
  record Pending(URI redirect, String providerPayment) implements Outcome {}

  /**
   * Nobody knows: a time-out, a broken connection, a server's error. Whatever it was, it may have
   * happened or may still happen.
   *
   * @param reason what went wrong, for people and logs
   */
  record Unknown(String reason) implements Outcome {}
}
