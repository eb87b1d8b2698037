package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.WebhookParameter;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A valid case taken apart once, of which many mutants are made. */
record Seed(
    VectorCase vector,
    WebhookVerifier verifier,
    WebhookRequest request,
    Map<String, List<String>> headers,
    List<WebhookParameter> form) {

  static Seed of(VectorCase vector) {
    WebhookRequest request = vector.request();
    Map<String, List<String>> headers = new LinkedHashMap<>();
    vector
        .json()
        .path("headers")
        .properties()
        .forEach(header -> headers.put(header.getKey(), request.headers(header.getKey())));
    return new Seed(vector, Verifiers.of(vector), request, headers, vector.parameters());
  }

  String name() {
    return vector.provider() + " " + vector.name();
  }
}
