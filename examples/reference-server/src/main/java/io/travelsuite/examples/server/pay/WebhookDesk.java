package io.travelsuite.examples.server.pay;

import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookHandler;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;
import java.util.Map;
import java.util.Optional;

/** Takes webhooks in, and has each handled once that is believed. Thread-safe. */
public final class WebhookDesk {

  private static final int BATCH = 100;

  private final WebhookInbox inbox;
  private final Map<String, Source> sources;
  private final Verdicts verdicts;

  /**
   * A desk.
   *
   * @param inbox keeps each event once
   * @param sources who sends them, by the name in the address of their webhooks
   * @param verdicts who is told what became of each
   */
  public WebhookDesk(WebhookInbox inbox, Map<String, Source> sources, Verdicts verdicts) {
    this.inbox = inbox;
    this.sources = Map.copyOf(sources);
    this.verdicts = verdicts;
  }

  /** Is told what became of each delivery. Quick, thread-safe, not throwing. */
  @FunctionalInterface
  public interface Verdicts {

    /**
     * A delivery was judged.
     *
     * @param provider of whom it says it is
     * @param receipt what became of it
     */
    void of(String provider, Receipt receipt);
  }

  /**
   * Somebody who sends webhooks.
   *
   * @param verifier believes them, or not
   * @param handler does what they ask for, in the transaction that marks them
   */
  public record Source(WebhookVerifier verifier, WebhookHandler handler) {

    /**
     * {@return a provider of payments} Its webhooks become facts of payments; what a fact leads to
     * is the reconciler's, which the fact makes due at once.
     *
     * @param till the provider
     * @param payments where facts are kept
     */
    public static Source of(Till till, JdbcPayments payments) {
      return new Source(
          till.verifier(), (webhook, connection) -> apply(till, payments, webhook, connection));
    }

    private static Handling apply(
        Till till, JdbcPayments payments, VerifiedWebhook webhook, Connection connection) {
      for (Fact fact : till.facts().apply(webhook.body())) {
        if (payments.apply(connection, fact) instanceof ApplyResult.NoSuchPayment) {
          return new Handling.Parked("no such payment yet");
        }
      }
      return new Handling.Handled();
    }
  }

  /**
   * {@return what to tell the provider; empty when there is none of that name}
   *
   * @param provider the name in the address
   * @param request as it came
   */
  public Optional<Receipt> receive(String provider, WebhookRequest request) {
    Source source = sources.get(provider);
    if (source == null) {
      return Optional.empty();
    }
    Receipt receipt = inbox.receive(source.verifier(), request);
    verdicts.of(provider, receipt);
    return Optional.of(receipt);
  }

  /** Handles what has come in and was not handled, until nothing is left for now. */
  public void handleAll() {
    while (inbox.process(BATCH, this::handle).claimed() == BATCH) {}
  }

  private Handling handle(VerifiedWebhook webhook, Connection connection) throws Exception {
    for (Source source : sources.values()) {
      if (source.verifier().provider().equals(webhook.provider())) {
        return source.handler().handle(webhook, connection);
      }
    }
    return new Handling.Handled(); // of somebody whom a former start knew
  }
}
