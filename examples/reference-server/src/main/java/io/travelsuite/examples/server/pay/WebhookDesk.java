package io.travelsuite.examples.server.pay;

import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the webhooks of payment providers in, and makes facts of payments of them. What a fact
 * leads to is the reconciler's, which the fact makes due at once. Thread-safe.
 */
public final class WebhookDesk {

  private static final int BATCH = 100;

  private final WebhookInbox inbox;
  private final JdbcPayments payments;
  private final Map<String, Till> tills;

  /**
   * A desk.
   *
   * @param inbox keeps each event once
   * @param payments where facts are kept
   * @param tills the providers, by the name in the address of their webhooks
   */
  public WebhookDesk(WebhookInbox inbox, JdbcPayments payments, Map<String, Till> tills) {
    this.inbox = inbox;
    this.payments = payments;
    this.tills = Map.copyOf(tills);
  }

  /**
   * {@return what to tell the provider; empty when there is none of that name}
   *
   * @param provider the name in the address
   * @param request as it came
   */
  public Optional<Receipt> receive(String provider, WebhookRequest request) {
    return Optional.ofNullable(tills.get(provider))
        .map(till -> inbox.receive(till.verifier(), request));
  }

  /** Handles what has come in and was not handled, until nothing is left for now. */
  public void handleAll() {
    while (inbox.process(BATCH, this::handle).claimed() == BATCH) {}
  }

  private Handling handle(VerifiedWebhook webhook, Connection connection) {
    for (Till till : tills.values()) {
      if (till.verifier().provider().equals(webhook.provider())) {
        for (Fact fact : till.facts().apply(webhook.body())) {
          if (payments.apply(connection, fact) instanceof ApplyResult.NoSuchPayment) {
            return new Handling.Parked("no such payment yet");
          }
        }
      }
    }
    return new Handling.Handled();
  }
}
