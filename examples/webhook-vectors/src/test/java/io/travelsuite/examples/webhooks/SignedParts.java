package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What each provider signs of a request, told apart from the verifiers: two requests with the same
 * signed part may both be believed, a change of it may not. Written for requests derived from valid
 * ones; what it cannot read is a part of its own.
 */
final class SignedParts {

  private static final Map<String, Function<WebhookRequest, Object>> BY_PROVIDER =
      Map.ofEntries(Map.entry("stripe", SignedParts::stripe));

  private SignedParts() {}

  /** The signed part of a provider's request: the body, unless the provider is told apart here. */
  static Object of(String provider, WebhookRequest request) {
    return BY_PROVIDER.getOrDefault(provider, SignedParts::body).apply(request);
  }

  private static Object stripe(WebhookRequest request) {
    String timestamp =
        Arrays.stream(header(request, "Stripe-Signature").split(","))
            .map(String::strip)
            .filter(item -> item.startsWith("t="))
            .findFirst()
            .orElse("");
    return List.of(timestamp, body(request));
  }

  static String header(WebhookRequest request, String name) {
    return request.headers(name).stream().findFirst().orElse("").strip();
  }

  /** The body's very bytes, as something that compares. */
  static Object body(WebhookRequest request) {
    return new String(request.body(), StandardCharsets.ISO_8859_1);
  }

  /** Whether a mutant differs in what is signed. */
  static boolean differ(String provider, WebhookRequest one, WebhookRequest other) {
    return !Objects.equals(of(provider, one), of(provider, other));
  }
}
