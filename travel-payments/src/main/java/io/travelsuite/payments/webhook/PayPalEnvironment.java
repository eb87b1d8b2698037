package io.travelsuite.payments.webhook;

import io.travelsuite.Mode;
import java.util.regex.Pattern;

/** Where PayPal's certificates may be, and what they are called there. */
enum PayPalEnvironment {
  LIVE(Mode.LIVE, "api.paypal.com", "messageverificationcerts.paypal.com"),
  SANDBOX(Mode.TEST, "api.sandbox.paypal.com", "messageverificationcerts.sandbox.paypal.com");

  private final Mode mode;
  private final Pattern url;
  private final String commonName;

  /** The whole URL is matched: no port, no user, no query, nothing escaped, nothing to climb up. */
  PayPalEnvironment(Mode mode, String host, String commonName) {
    this.mode = mode;
    this.commonName = commonName;
    url =
        Pattern.compile(
            "https://" + Pattern.quote(host) + "/v1/notifications/(certs/)?[A-Za-z0-9_-]{1,128}");
  }

  /** The environment of a certificate's URL. */
  static PayPalEnvironment of(String url) throws Refusal {
    for (PayPalEnvironment environment : values()) {
      if (environment.url.matcher(url).matches()) {
        return environment;
      }
    }
    throw new Refusal(RejectionReason.CERTIFICATE_URL_NOT_ALLOWED);
  }

  Mode mode() {
    return mode;
  }

  /** The one common name of its certificates. */
  String commonName() {
    return commonName;
  }
}
