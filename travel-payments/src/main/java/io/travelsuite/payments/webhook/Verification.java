package io.travelsuite.payments.webhook;

/** What a {@link WebhookVerifier} answers. */
public sealed interface Verification permits Verified, FetchBackRequired, Rejected {}
