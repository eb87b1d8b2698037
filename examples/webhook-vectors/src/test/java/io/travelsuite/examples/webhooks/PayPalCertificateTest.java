package io.travelsuite.examples.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.travelsuite.payments.webhook.PayPalCertificates;
import java.security.cert.CertificateEncodingException;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Base64;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The vendor's genuine delivery, with another time, another certificate or another header. */
class PayPalCertificateTest {

  private static final String URL = "https://api.sandbox.paypal.com/v1/notifications/test";

  private ObjectNode json;

  @BeforeEach
  void read() {
    json = VectorFile.read(Vectors.FOLDER.resolve("paypal.json")).get(0).json().deepCopy();
  }

  private String reason() {
    return Outcome.of(new VectorCase("paypal", json)).reason();
  }

  @Test
  void control_unchanged_it_is_genuine() {
    assertThat(reason()).isEqualTo("fetch-back-required");
  }

  @Test
  void a_certificate_counts_between_its_dates_only() {
    json.put("now", 1_556_280_001); // a second after 2019-04-26T12:00:00Z
    assertThat(reason()).isEqualTo("certificate-expired");
    json.put("now", 1_487_375_999); // a second before 2017-02-18
    assertThat(reason()).isEqualTo("certificate-expired");
  }

  @Test
  void a_certificate_counts_only_if_a_trusted_one_vouches_for_it() {
    for (TrustAnchor other : PayPalCertificates.systemAnchors()) {
      if (!other.getTrustedCert().getSubjectX500Principal().getName().contains("DigiCert")) {
        json.put("trustAnchorDerBase64", Base64.getEncoder().encodeToString(der(other)));
        assertThat(reason()).isEqualTo("certificate-untrusted");
        return;
      }
    }
    throw new AssertionError("the platform trusts nobody else");
  }

  private static byte[] der(TrustAnchor anchor) {
    try {
      X509Certificate certificate = anchor.getTrustedCert();
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_certificate_of_the_sandbox_is_none_of_the_live_host() {
    String live = "https://api.paypal.com/v1/notifications/test";
    json.withObject("/certificates").put(live, json.path("certificates").path(URL).asText());
    json.withObject("/headers").put("PAYPAL-CERT-URL", live);
    assertThat(reason()).isEqualTo("certificate-untrusted");
  }

  @Test
  void an_allowed_url_whose_certificate_cannot_be_had_is_not_trusted() {
    json.withObject("/certificates").remove(URL);
    assertThat(reason()).isEqualTo("certificate-untrusted");
  }

  @Test
  void the_algorithm_header_is_compared_and_never_used() {
    json.withObject("/headers").put("PAYPAL-AUTH-ALGO", "SHA1withRSA");
    assertThat(reason()).isEqualTo("unsupported-scheme");
    json.withObject("/headers").remove("PAYPAL-AUTH-ALGO");
    assertThat(reason()).isEqualTo("missing-header");
  }

  @Test
  void time_and_id_of_the_transmission_are_signed() {
    json.withObject("/headers").put("PAYPAL-TRANSMISSION-TIME", "2017-03-30T20:04:06Z");
    assertThat(reason()).isEqualTo("signature-mismatch");
  }
}
