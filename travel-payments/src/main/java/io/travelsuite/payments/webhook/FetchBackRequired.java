package io.travelsuite.payments.webhook;

import io.travelsuite.webhook.VerifiedWebhook;
import java.util.List;

/**
 * Nothing is wrong with it, but what it says is not signed: before money moves, the objects are to
 * be read back from the provider with the host's own key, and only what that answer says counts.
 *
 * @param webhooks its events, at least one, each with the id of what to read back; their {@link
 *     VerifiedWebhook#trust} tells a genuine sender from anybody
 */
public record FetchBackRequired(List<VerifiedWebhook> webhooks) implements Verification {

  /** Copies the list. */
  public FetchBackRequired {
    webhooks = List.copyOf(webhooks);
  }
}
