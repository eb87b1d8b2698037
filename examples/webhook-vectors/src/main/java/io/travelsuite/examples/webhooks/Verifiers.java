package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.util.Map;
import java.util.function.Function;

/** The verifier of a case, set up as the case says. */
final class Verifiers {

  /** By the provider's name in the vector files. */
  private static final Map<String, Function<VectorCase, WebhookVerifier>> BY_PROVIDER =
      Map.ofEntries(Map.entry("stripe", vector -> new StripeVerifier(vector.settings())));

  private Verifiers() {}

  /** Whether there is a verifier for a provider. */
  static boolean has(String provider) {
    return BY_PROVIDER.containsKey(provider);
  }

  /**
   * The verifier of a case.
   *
   * @param vector the case
   * @return its verifier
   * @throws io.travelsuite.InvalidRequestException if the case's secret, key or URL is refused
   * @throws BadInputException if there is no verifier for the provider
   */
  static WebhookVerifier of(VectorCase vector) {
    Function<VectorCase, WebhookVerifier> maker = BY_PROVIDER.get(vector.provider());
    if (maker == null) {
      throw new BadInputException("no verifier for provider " + vector.provider(), null);
    }
    return maker.apply(vector);
  }
}
