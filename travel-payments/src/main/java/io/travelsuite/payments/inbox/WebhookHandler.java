package io.travelsuite.payments.inbox;

import io.travelsuite.webhook.VerifiedWebhook;
import java.sql.Connection;

/**
 * Does in the host's tables what an event asks for. What it writes on the connection commits with
 * the event's done mark, or is undone with it: exactly once. It may be called again for an event
 * whose transaction did not commit, so what it does elsewhere may happen twice; and events come in
 * any order.
 */
@FunctionalInterface
public interface WebhookHandler {

  /**
   * Handles one event. Short, and without calls to anybody outside: it has a connection and locks.
   * Whatever it throws undoes its writes, and the event is tried again later; an exception that the
   * database may not repeat, such as a deadlock, at once.
   *
   * @param webhook the event; if {@link io.travelsuite.webhook.WebhookTrust#needsFetchBack} is true
   *     of its trust, nothing in it may move money: use a {@link FetchingHandler}
   * @param connection in the transaction, without autocommit; {@code travel.joining(connection)}
   *     works on it. It cannot be committed, rolled back (but to a savepoint) or closed
   * @return whether it is done
   * @throws Exception whatever it likes
   */
  Handling handle(VerifiedWebhook webhook, Connection connection) throws Exception;
}
