package io.travelsuite.payments.webhook;

import static io.travelsuite.payments.webhook.Deliveries.believed;
import static io.travelsuite.payments.webhook.Deliveries.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.webhook.VerifiedWebhook;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TwilioVerifierTest {

  private static final String URL = "https://example.com/sms";
  private static final String FORM = "MessageSid=SM1&MessageStatus=delivered";
  private static final String FORM_SIGNED = URL + "MessageSidSM1MessageStatusdelivered";
  private static final List<WebhookParameter> PARAMETERS =
      List.of(
          new WebhookParameter("MessageSid", "SM1"),
          new WebhookParameter("MessageStatus", "delivered"));

  private final TwilioVerifier verifier = new TwilioVerifier(Deliveries.settings().publicUrl(URL));

  private static WebhookRequest request(String body, String signed) {
    return Deliveries.of(body, "X-Twilio-Signature", Deliveries.base64(Hmac.SHA1, signed));
  }

  private static WebhookRequest formInBody(String body, String signed) {
    return Deliveries.of(
        body,
        Map.of(
            "X-Twilio-Signature",
            Deliveries.base64(Hmac.SHA1, signed),
            "Content-Type",
            "application/x-www-form-urlencoded"));
  }

  @Test
  void a_form_is_the_same_event_however_it_is_handed_over() {
    VerifiedWebhook event = believed(verifier.verify(formInBody(FORM, FORM_SIGNED)));
    assertThat(event.eventId()).isEqualTo("SM1:delivered");
    assertThat(event.eventType()).isEqualTo("delivered");
    assertThat(event.objectId()).isEqualTo("SM1");
    assertThat(Deliveries.text(event)).isEqualTo(FORM);
    assertThat(believed(verifier.verify(request("", FORM_SIGNED).form(PARAMETERS))))
        .isEqualTo(event);
    assertThat(believed(verifier.verify(request(FORM, FORM_SIGNED).form(PARAMETERS))))
        .isEqualTo(event);
  }

  /** With the parameters in a query and a server that adds those to the form's. */
  @Test
  void a_genuine_form_does_not_vouch_for_another_body() {
    rejected(
        verifier.verify(request("{\"paid\":true}", FORM_SIGNED).form(PARAMETERS)),
        RejectionReason.MALFORMED_PAYLOAD);
    rejected(
        verifier.verify(request(FORM + "&Price=0", FORM_SIGNED).form(PARAMETERS)),
        RejectionReason.MALFORMED_PAYLOAD);
  }

  @Test
  void control_without_the_other_body_the_form_is_believed() {
    believed(verifier.verify(request("", FORM_SIGNED).form(PARAMETERS)));
  }

  /** A nameless and empty one would add nothing to what is signed, and make a form of no form. */
  @Test
  void a_parameter_without_a_name_is_refused() {
    rejected(
        verifier.verify(request("=", URL).form(List.of(new WebhookParameter("", "")))),
        RejectionReason.MALFORMED_PAYLOAD);
    rejected(verifier.verify(formInBody("=", URL)), RejectionReason.MALFORMED_PAYLOAD);
  }

  @Test
  void a_repeated_parameter_is_signed_with_each_of_its_values() {
    String signed = URL + "MediaUrlaMediaUrlb";
    assertThat(
            Deliveries.text(believed(verifier.verify(formInBody("MediaUrl=b&MediaUrl=a", signed)))))
        .isEqualTo("MediaUrl=b&MediaUrl=a");
    rejected(verifier.verify(formInBody("MediaUrl=a", signed)), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void a_body_that_is_no_form_must_be_hashed_in_the_query() {
    String json = "{\"id\":1}";
    byte[] hash = Digests.digest("SHA-256", json.getBytes(StandardCharsets.UTF_8));
    String query = "bodySHA256=" + HexFormat.of().formatHex(hash);
    String signed = URL + "?" + query;
    believed(verifier.verify(request(json, signed).query(query)));
    rejected(
        verifier.verify(request(json + " ", signed).query(query)),
        RejectionReason.BODY_HASH_MISMATCH);
    rejected(
        verifier.verify(formInBody("", signed).query(query)), RejectionReason.BODY_HASH_MISMATCH);
    rejected(verifier.verify(request(json, URL)), RejectionReason.MISSING_BODY_HASH);
  }

  @Test
  void the_request_brings_the_query_and_the_settings_the_rest() {
    VerifierSettings settings = Deliveries.settings().publicUrl(URL + "?old=1");
    WebhookRequest request = request("", URL + "?a=1").query("a=1");
    believed(new TwilioVerifier(settings).verify(request));
    rejected(verifier.verify(request.query("a=2")), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void with_and_without_the_port_is_one_url() {
    assertThat(new SignedUrl("https://u:p@h.example/x?y=a:b").withAndWithoutPort())
        .containsExactly("https://u:p@h.example/x?y=a:b", "https://u:p@h.example:443/x?y=a:b");
    assertThat(new SignedUrl("http://[::1]:8080?x").withAndWithoutPort())
        .containsExactly("http://[::1]:8080?x", "http://[::1]?x");
    assertThat(new SignedUrl("http://h").withAndWithoutPort())
        .containsExactly("http://h", "http://h:80");
    assertThat(new SignedUrl("no url").withAndWithoutPort()).containsExactly("no url");
  }

  @Test
  void without_a_public_url_no_verifier_is_made() {
    assertThatThrownBy(() -> new TwilioVerifier(Deliveries.settings()))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("publicUrl");
  }
}
