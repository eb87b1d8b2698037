package io.travelsuite.webhook;

/** How far what a webhook says may be believed. */
public enum WebhookTrust {
  /** The provider signed all of the content: it may move money. */
  CONTENT,
  /**
   * The provider, or who knows its secret, sent something, but the content is not signed: {@link
   * VerifiedWebhook#objectId} is to be read back from the provider before money moves.
   */
  SENDER,
  /** Anybody may have sent it: a hint to ask the provider, with the host's own key, and no more. */
  HINT;

  /** {@return whether nothing may be done before the provider was asked} */
  public boolean needsFetchBack() {
    return this != CONTENT;
  }
}
