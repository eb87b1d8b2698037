package io.travelsuite.jdbc;

import io.travelsuite.webhook.VerifiedWebhook;
import java.util.UUID;

/**
 * A waiting event.
 *
 * @param id its key
 * @param webhook the event
 * @param claim how often it was claimed, ever: the fence of who has it
 * @param claimed whether somebody has it, or had it when the lease lapsed
 * @param tries how often it was tried since it came or was replayed
 */
record InboxRow(UUID id, VerifiedWebhook webhook, int claim, boolean claimed, int tries) {

  /** As it is with one claim more. */
  InboxRow claimedOnceMore() {
    return new InboxRow(id, webhook, claim + 1, true, tries + 1);
  }
}
