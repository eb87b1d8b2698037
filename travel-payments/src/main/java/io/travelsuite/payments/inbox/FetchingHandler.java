package io.travelsuite.payments.inbox;

import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;

/**
 * A handler that asks somebody first, such as the provider of an event that is not signed. Its call
 * counts against the lease of {@link InboxSettings#lease}: should it take longer, another process
 * may take the event over, and what this one writes is undone.
 *
 * @param <T> what was fetched
 */
public interface FetchingHandler<T> {

  /**
   * Asks, with no connection and no lock held. May happen again for the same event.
   *
   * @param webhook the event; by its {@code objectId} the object is read back
   * @return what is to be handled
   * @throws Exception whatever it likes: the event is tried again later
   */
  T fetch(VerifiedWebhook webhook) throws Exception;

  /**
   * Handles what was fetched, as {@link WebhookHandler#handle} does.
   *
   * @param webhook the event
   * @param fetched what {@link #fetch} answered
   * @param connection in the transaction
   * @return whether it is done
   * @throws Exception whatever it likes
   */
  Handling handle(VerifiedWebhook webhook, T fetched, Connection connection) throws Exception;
}
