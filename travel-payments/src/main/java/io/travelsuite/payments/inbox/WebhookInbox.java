package io.travelsuite.payments.inbox;

import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.util.List;

/**
 * Where webhooks arrive: a delivery is verified, stored and answered at once, and what it tells is
 * handled later and exactly once, however often and in whatever order the provider sends it. Safe
 * for use by many threads and many processes on one database; starts no thread.
 *
 * <pre>{@code
 * Receipt receipt = inbox.receive(stripe, WebhookRequest.of(body, headers));
 * response.setStatus(receipt.httpStatus());                       // in the host's endpoint
 *
 * inbox.process(100, (webhook, connection) -> new Handling.Handled()); // in the host's job
 * }</pre>
 *
 * <p>Every delivery, refused ones too, leaves a row in an audit log without its body: its digest,
 * its size, and the few headers that are known to hold no secret. Refused deliveries beyond {@link
 * InboxSettings.Bounds#refused} a minute are counted instead.
 */
public interface WebhookInbox {

  /**
   * Verifies a delivery, stores its events unless they are there, and says what to answer the
   * provider. When this returns {@link Receipt.Accepted} or {@link Receipt.Duplicate} the events
   * are on disk. Who meets an exception answers 503: the provider sends it again.
   *
   * <p>An event is stored once for its provider, account, mode and event id. What looks like a card
   * number in it is blotted out before.
   *
   * @param verifier of the endpoint it came to
   * @param request the request as it came
   * @return what became of it, with the HTTP status to answer
   * @throws io.travelsuite.StorageException when it could not be stored
   */
  Receipt receive(WebhookVerifier verifier, WebhookRequest request);

  /**
   * Handles events that are due. Events are leased while that lasts, by the database's clock:
   * several processes may do this at once, and what one that died had leased is handled by another
   * when the lease has lapsed.
   *
   * <p>A transaction takes events until 20 milliseconds have passed or it has 20 of them. Should
   * one of them fail or be parked, all are undone, and each is handled in a transaction of its own.
   *
   * @param most how many at most, 1 to 10,000; call again while {@link ProcessReport#claimed()} is
   *     that many
   * @param handler what to do with each
   * @return what became of them
   * @throws io.travelsuite.StorageException when the database cannot be reached; what was handled
   *     stays so
   */
  ProcessReport process(int most, WebhookHandler handler);

  /**
   * The same with a handler that first asks somebody outside, with no connection and no lock held;
   * each event in a transaction of its own.
   *
   * @param <T> what was fetched
   * @param most how many at most, 1 to 10,000
   * @param handler what to fetch for each, and what to do with it
   * @return what became of them
   * @throws io.travelsuite.StorageException when the database cannot be reached
   */
  <T> ProcessReport process(int most, FetchingHandler<T> handler);

  /**
   * Events given up after {@link InboxSettings.Tries#most} tries, the longest dead first.
   *
   * @param most how many at most, 1 to 300
   * @return the events, with why they were given up
   */
  List<DeadWebhook> dead(int most);

  /**
   * Makes a dead event due again, with all its tries before it.
   *
   * @param id its id in the inbox
   * @return whether it was dead; false if it was not, or is not there
   */
  boolean replay(InboxId id);

  /**
   * Deletes handled events and audit rows past their retention, and writes down refused deliveries
   * that were only counted. Dead and waiting events stay. To be called now and then, by whoever
   * calls {@link #process}, until it answers 0.
   *
   * @param most how many of each at most, 1 to 300
   * @return how many were deleted
   */
  int purge(int most);
}
