package io.travelsuite.payments.inbox;

import io.travelsuite.webhook.VerifiedWebhook;
import java.time.Instant;

/**
 * An event that was given up.
 *
 * @param id its id in the inbox
 * @param webhook the event
 * @param tries how often it was tried
 * @param why what the last try came to: the handler's words, or the class of its exception and
 *     where it was thrown, never its message
 * @param receivedAt when it was stored
 * @param diedAt when it was given up
 */
public record DeadWebhook(
    InboxId id,
    VerifiedWebhook webhook,
    int tries,
    String why,
    Instant receivedAt,
    Instant diedAt) {}
