/**
 * Verifiers of incoming webhooks, one a provider: each is given its {@link
 * io.travelsuite.payments.webhook.VerifierSettings} and answers a {@link
 * io.travelsuite.payments.webhook.Verification} to each {@link
 * io.travelsuite.payments.webhook.WebhookRequest}.
 */
@org.jspecify.annotations.NullMarked
package io.travelsuite.payments.webhook;
