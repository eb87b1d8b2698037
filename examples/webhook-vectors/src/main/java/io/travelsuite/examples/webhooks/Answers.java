package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.EsewaVerifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What verifiers make rather than judge: answers to challenges, signatures of requests. */
final class Answers {

  /** By the provider's name and the case's kind. */
  private static final Map<String, Function<VectorCase, Optional<String>>> BY_KIND =
      Map.ofEntries(
          Map.entry("braintree challenge", Answers::braintreeChallenge),
          Map.entry("braintree hmac", Answers::braintreeSignature),
          Map.entry("esewa sign", Answers::esewaSignature));

  private Answers() {}

  /** Whether a case asks for an answer. */
  static boolean isAsked(VectorCase vector) {
    return BY_KIND.containsKey(key(vector));
  }

  /** The answer to a case that asks for one; empty if it cannot be answered. */
  static Optional<String> to(VectorCase vector) {
    return BY_KIND.getOrDefault(key(vector), unknown -> Optional.empty()).apply(vector);
  }

  private static String key(VectorCase vector) {
    return vector.provider() + " " + vector.kind();
  }

  private static Optional<String> braintreeChallenge(VectorCase vector) {
    return Verifiers.braintree(vector).answerTo(firstParameter(vector));
  }

  private static Optional<String> braintreeSignature(VectorCase vector) {
    return Optional.of(Verifiers.braintree(vector).sign(firstParameter(vector)));
  }

  private static Optional<String> esewaSignature(VectorCase vector) {
    Map<String, String> fields = new LinkedHashMap<>();
    vector.parameters().forEach(parameter -> fields.put(parameter.name(), parameter.value()));
    return Optional.of(new EsewaVerifier(vector.settings()).sign(fields));
  }

  private static String firstParameter(VectorCase vector) {
    return vector.parameters().isEmpty() ? "" : vector.parameters().get(0).value();
  }
}
