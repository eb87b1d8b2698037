package io.travelsuite.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.Mode;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayPalEnvironmentTest {

  @Test
  void paypals_own_urls_have_their_mode() throws Refusal {
    String path = "/v1/notifications/certs/CERT-360caa42-fca2a594-1d93a270";
    assertThat(PayPalEnvironment.of("https://api.paypal.com" + path).mode()).isEqualTo(Mode.LIVE);
    assertThat(PayPalEnvironment.of("https://api.sandbox.paypal.com" + path).mode())
        .isEqualTo(Mode.TEST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.paypal.com/v1/notifications/certs/CERT-1",
        "https://api.paypal.com.evil.example/v1/notifications/certs/CERT-1",
        "https://api.paypal.com@evil.example/v1/notifications/certs/CERT-1",
        "https://evil.example/v1/notifications/certs/CERT-1",
        "https://evil.example/?https://api.paypal.com/v1/notifications/certs/CERT-1",
        "https://api.paypal.com:8443/v1/notifications/certs/CERT-1",
        "https://user@api.paypal.com/v1/notifications/certs/CERT-1",
        "https://api.paypal.com/v1/notifications/certs/../../oauth2/token",
        "https://api.paypal.com/v1/notifications/certs/%2e%2e%2fCERT-1",
        "https://api.paypal.com/v1/notifications/certs/CERT-1?next=https://evil.example",
        "https://api.paypal.com/v1/notifications/certs/CERT-1#x",
        "https://api.paypal.com/v1/notifications/certs/CERT-1\nx",
        "https://127.0.0.1/v1/notifications/certs/CERT-1",
        "https://xapi.paypal.com/v1/notifications/certs/CERT-1",
        "https://apixpaypal.com/v1/notifications/certs/CERT-1",
        "file:///etc/passwd"
      })
  void no_other_url_is_ever_asked(String url) {
    List<String> asked = new ArrayList<>();
    PayPalCertificates certificates =
        PayPalCertificates.of(
            PayPalCertificates.systemAnchors(),
            any -> {
              asked.add(any);
              return List.<X509Certificate>of();
            });
    PayPalVerifier verifier = new PayPalVerifier(Signing.settings(), "W1", certificates);
    assertThat(verifier.verify(request(url)))
        .isEqualTo(new Rejected(RejectionReason.CERTIFICATE_URL_NOT_ALLOWED));
    assertThat(asked).isEmpty();
    assertThatThrownBy(() -> PayPalEnvironment.of(url)).isInstanceOf(Refusal.class);
  }

  @Test
  void control_an_allowed_url_is_asked() {
    List<String> asked = new ArrayList<>();
    PayPalCertificates certificates =
        PayPalCertificates.of(
            PayPalCertificates.systemAnchors(),
            url -> {
              asked.add(url);
              return List.of();
            });
    String url = "https://api.paypal.com/v1/notifications/certs/CERT-1";
    PayPalVerifier verifier = new PayPalVerifier(Signing.settings(), "W1", certificates);
    assertThat(verifier.verify(request(url)))
        .isEqualTo(new Rejected(RejectionReason.CERTIFICATE_UNTRUSTED));
    assertThat(asked).containsExactly(url);
  }

  private static WebhookRequest request(String url) {
    return Signing.request(
        "{}",
        "PAYPAL-TRANSMISSION-SIG",
        "AAAA",
        "PAYPAL-TRANSMISSION-ID",
        "t",
        "PAYPAL-TRANSMISSION-TIME",
        "now",
        "PAYPAL-AUTH-ALGO",
        "SHA256withRSA",
        "PAYPAL-CERT-URL",
        url);
  }
}
