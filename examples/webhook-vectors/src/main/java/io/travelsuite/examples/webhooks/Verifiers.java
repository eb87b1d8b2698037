package io.travelsuite.examples.webhooks;

import io.travelsuite.payments.webhook.BodyHmacVerifier;
import io.travelsuite.payments.webhook.EsewaVerifier;
import io.travelsuite.payments.webhook.IyzicoVerifier;
import io.travelsuite.payments.webhook.PayUVerifier;
import io.travelsuite.payments.webhook.RevolutVerifier;
import io.travelsuite.payments.webhook.SendGridVerifier;
import io.travelsuite.payments.webhook.StaticTokenVerifier;
import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.TwilioVerifier;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The verifier of a case, set up as the case says. */
final class Verifiers {

  /** By the provider's name in the vector files. */
  private static final Map<String, Function<VectorCase, WebhookVerifier>> BY_PROVIDER =
      Map.ofEntries(
          Map.entry("checkout.com", vector -> BodyHmacVerifier.checkout(vector.settings())),
          Map.entry("checkout", vector -> BodyHmacVerifier.checkout(vector.settings())),
          Map.entry("esewa", vector -> new EsewaVerifier(vector.settings())),
          Map.entry("flutterwave", Verifiers::flutterwave),
          Map.entry("github", vector -> BodyHmacVerifier.gitHub(vector.settings())),
          Map.entry("gocardless", vector -> BodyHmacVerifier.goCardless(vector.settings())),
          Map.entry("iyzico", vector -> new IyzicoVerifier(vector.settings())),
          Map.entry("paystack", vector -> BodyHmacVerifier.paystack(vector.settings())),
          Map.entry("payu-eu", vector -> new PayUVerifier(vector.settings())),
          Map.entry("revolut", vector -> new RevolutVerifier(vector.settings())),
          Map.entry("sendgrid", vector -> new SendGridVerifier(vector.settings())),
          Map.entry("shopify", vector -> BodyHmacVerifier.shopify(vector.settings())),
          Map.entry("stripe", vector -> new StripeVerifier(vector.settings())),
          Map.entry("twilio", vector -> new TwilioVerifier(vector.settings())),
          Map.entry("xendit", vector -> StaticTokenVerifier.xendit(vector.settings())));

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

  /** The mode is the API's version; without one it is told by the header that the version sends. */
  private static WebhookVerifier flutterwave(VectorCase vector) {
    boolean hasToken = !vector.request().headers("verif-hash").isEmpty();
    boolean isStatic =
        switch (vector.kind()) {
          case "v3", "static", "verif-hash" -> true;
          case "" -> hasToken;
          default -> false;
        };
    return isStatic
        ? StaticTokenVerifier.flutterwave(vector.settings())
        : BodyHmacVerifier.flutterwave(vector.settings());
  }

  /** What the library signs of a case that is about signing, rather than being signed. */
  static String signed(VectorCase vector) {
    Map<String, String> fields = new LinkedHashMap<>();
    vector.parameters().forEach(parameter -> fields.put(parameter.name(), parameter.value()));
    return new EsewaVerifier(vector.settings()).sign(fields);
  }
}
