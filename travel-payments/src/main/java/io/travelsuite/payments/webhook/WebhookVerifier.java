package io.travelsuite.payments.webhook;

/**
 * Tells whether a webhook is its provider's. Made once for an endpoint, with its secrets: what is
 * missing or wrong in these fails at construction, with an {@link
 * io.travelsuite.InvalidRequestException} that names {@code secret} or {@code publicUrl}. Immutable
 * and safe for use by many threads.
 */
public interface WebhookVerifier {

  /** {@return the provider's short name, as its events carry it} */
  String provider();

  /**
   * Judges a request. Never throws, whatever is in it. Secrets and signatures are compared in a
   * time that tells nothing of where they differ, all of them whichever matches.
   *
   * @param request the request as it came
   * @return {@link Verified} if its content may be believed, {@link FetchBackRequired} if the
   *     provider is to be asked first, else {@link Rejected}
   */
  Verification verify(WebhookRequest request);
}
