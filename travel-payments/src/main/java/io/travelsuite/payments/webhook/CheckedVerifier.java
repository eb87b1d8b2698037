package io.travelsuite.payments.webhook;

import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.List;
import java.util.function.Function;

/** What the verifiers have in common: settings, and a check that a {@link Refusal} ends. */
abstract class CheckedVerifier implements WebhookVerifier {

  private final String provider;
  private final VerifierSettings settings;

  CheckedVerifier(String provider, VerifierSettings settings) {
    this.provider = provider;
    this.settings = settings;
  }

  /** Answers a request that is to be believed, or ends with why it is not. */
  abstract Verification check(WebhookRequest request) throws Refusal;

  @Override
  public final String provider() {
    return provider;
  }

  @Override
  public final Verification verify(WebhookRequest request) {
    try {
      return check(request);
    } catch (Refusal refusal) {
      return new Rejected(refusal.reason());
    }
  }

  final VerifierSettings settings() {
    return settings;
  }

  /** Its content may be believed; the one event is read from the body when it is asked for. */
  final Verified verified(byte[] body, Function<EventBody, Event> reader) {
    return new Verified(
        () -> List.of(webhook(reader.apply(EventBody.of(body)), body, WebhookTrust.CONTENT)));
  }

  /**
   * As {@link #verified}, of a batch: the events are the elements of the array at a JSON pointer. A
   * body that has none there is one event, for a host to look at.
   */
  final Verified batch(byte[] body, String pointer, Function<EventBody, Event> reader) {
    return new Verified(
        () ->
            EventBody.of(body).elements(pointer).stream()
                .map(event -> webhook(reader.apply(event), event.bytes(), WebhookTrust.CONTENT))
                .toList());
  }

  /** Its sender may be believed, or not even that: its one object is to be read back. */
  final FetchBackRequired fetchBack(Event event, byte[] body, WebhookTrust trust) {
    return new FetchBackRequired(List.of(webhook(event, body, trust)));
  }

  final VerifiedWebhook webhook(Event event, byte[] body, WebhookTrust trust) {
    return new VerifiedWebhook(
        provider,
        settings.account(),
        event.mode() == null ? settings.modeUnlessSaid() : event.mode(),
        event.id(),
        event.type(),
        event.objectId(),
        body,
        trust);
  }
}
