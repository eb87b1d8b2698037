package io.travelsuite.examples.webhooks;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.payments.webhook.AdyenHeaderVerifier;
import io.travelsuite.payments.webhook.AdyenItemVerifier;
import io.travelsuite.payments.webhook.BodyHmacVerifier;
import io.travelsuite.payments.webhook.BraintreeVerifier;
import io.travelsuite.payments.webhook.EsewaVerifier;
import io.travelsuite.payments.webhook.IyzicoVerifier;
import io.travelsuite.payments.webhook.MercadoPagoVerifier;
import io.travelsuite.payments.webhook.MollieVerifier;
import io.travelsuite.payments.webhook.PayPalCertificates;
import io.travelsuite.payments.webhook.PayPalVerifier;
import io.travelsuite.payments.webhook.PayUVerifier;
import io.travelsuite.payments.webhook.RazorpayCallback;
import io.travelsuite.payments.webhook.RazorpayCallbackVerifier;
import io.travelsuite.payments.webhook.RazorpayVerifier;
import io.travelsuite.payments.webhook.RevolutVerifier;
import io.travelsuite.payments.webhook.SendGridVerifier;
import io.travelsuite.payments.webhook.SquareVerifier;
import io.travelsuite.payments.webhook.StandardWebhooksVerifier;
import io.travelsuite.payments.webhook.StaticTokenVerifier;
import io.travelsuite.payments.webhook.StripeVerifier;
import io.travelsuite.payments.webhook.TwilioVerifier;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookVerifier;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The verifier of a case, set up as the case says. */
final class Verifiers {

  /** By the provider's name in the vector files. */
  private static final Map<String, Function<VectorCase, WebhookVerifier>> BY_PROVIDER =
      Map.ofEntries(
          Map.entry("adyen", Verifiers::adyen),
          Map.entry("braintree", Verifiers::braintree),
          Map.entry("checkout", vector -> BodyHmacVerifier.checkout(vector.settings())),
          Map.entry("esewa", vector -> new EsewaVerifier(vector.settings())),
          Map.entry("flutterwave", Verifiers::flutterwave),
          Map.entry("github", vector -> BodyHmacVerifier.gitHub(vector.settings())),
          Map.entry("gocardless", vector -> BodyHmacVerifier.goCardless(vector.settings())),
          Map.entry("iyzico", vector -> new IyzicoVerifier(vector.settings())),
          Map.entry("mercadopago", vector -> new MercadoPagoVerifier(vector.settings())),
          Map.entry("mollie", vector -> new MollieVerifier(vector.settings())),
          Map.entry("paypal", Verifiers::payPal),
          Map.entry("paystack", vector -> BodyHmacVerifier.paystack(vector.settings())),
          Map.entry("payu-eu", vector -> new PayUVerifier(vector.settings())),
          Map.entry("razorpay", Verifiers::razorpay),
          Map.entry("revolut", vector -> new RevolutVerifier(vector.settings())),
          Map.entry("sendgrid", vector -> new SendGridVerifier(vector.settings())),
          Map.entry("shopify", vector -> BodyHmacVerifier.shopify(vector.settings())),
          Map.entry("square", vector -> new SquareVerifier(vector.settings())),
          Map.entry("standard-webhooks", vector -> new StandardWebhooksVerifier(vector.settings())),
          Map.entry("stripe", vector -> new StripeVerifier(vector.settings())),
          Map.entry("twilio", vector -> new TwilioVerifier(vector.settings())),
          Map.entry("xendit", vector -> StaticTokenVerifier.xendit(vector.settings())));

  /** Other names that a file may have for a provider. */
  private static final Map<String, String> ALIASES =
      Map.of("checkout.com", "checkout", "checkout-com", "checkout", "payu", "payu-eu");

  private Verifiers() {}

  /** Whether there is a verifier for a provider. */
  static boolean has(String provider) {
    return BY_PROVIDER.containsKey(ALIASES.getOrDefault(provider, provider));
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
    String provider = ALIASES.getOrDefault(vector.provider(), vector.provider());
    Function<VectorCase, WebhookVerifier> maker = BY_PROVIDER.get(provider);
    if (maker == null) {
      throw new BadInputException("no verifier for provider " + vector.provider(), null);
    }
    return maker.apply(vector);
  }

  private static WebhookVerifier adyen(VectorCase vector) {
    return vector.kind().equals("header")
        ? new AdyenHeaderVerifier(vector.settings())
        : new AdyenItemVerifier(vector.settings());
  }

  static BraintreeVerifier braintree(VectorCase vector) {
    return new BraintreeVerifier(vector.settings(), vector.text("publicKey", "none"));
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

  private static WebhookVerifier razorpay(VectorCase vector) {
    VerifierSettings settings = vector.settings();
    return switch (vector.kind()) {
      case "payment" -> new RazorpayCallbackVerifier(settings, RazorpayCallback.PAYMENT);
      case "subscription" -> new RazorpayCallbackVerifier(settings, RazorpayCallback.SUBSCRIPTION);
      case "payment-link" -> new RazorpayCallbackVerifier(settings, RazorpayCallback.PAYMENT_LINK);
      default -> new RazorpayVerifier(settings);
    };
  }

  /** Nothing is fetched: the certificates are the case's. */
  private static WebhookVerifier payPal(VectorCase vector) {
    Map<String, String> pemByUrl = new LinkedHashMap<>();
    vector
        .json()
        .path("certificates")
        .properties()
        .forEach(
            certificate -> pemByUrl.put(certificate.getKey(), certificate.getValue().asText()));
    String anchor = vector.text("trustAnchorDerBase64", "");
    PayPalCertificates certificates =
        PayPalCertificates.pinned(
            pemByUrl, anchor.isEmpty() ? PayPalCertificates.systemAnchors() : anchors(anchor));
    return new PayPalVerifier(vector.settings(), vector.text("webhookId", "none"), certificates);
  }

  private static Set<TrustAnchor> anchors(String derInBase64) {
    byte[] der = Base64.getMimeDecoder().decode(derInBase64);
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      X509Certificate certificate =
          (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der));
      return Set.of(new TrustAnchor(certificate, null));
    } catch (CertificateException e) {
      throw new BadInputException("trustAnchorDerBase64 is no certificate", e);
    }
  }
}
