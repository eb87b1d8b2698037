package io.travelsuite.payments.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SendGridVerifierTest {

  private static final String TIME = "1600112502";
  private static final String BODY =
      "[{\"event\":\"delivered\",\"sg_event_id\":\"A1\",\"sg_message_id\":\"M1\"},"
          + "{\"event\":\"open\",\"sg_event_id\":\"A2\"}]\r\n";

  private final KeyPair keys = keyPair("secp256r1");
  private final SendGridVerifier verifier = new SendGridVerifier(settings(keys));

  private static KeyPair keyPair(String curve) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static VerifierSettings settings(KeyPair pair) {
    String key = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
    return VerifierSettings.of("main", Deliveries.CLOCK, Secret.of(key));
  }

  private byte[] signature(String signed) {
    try {
      Signature signer = Signature.getInstance("SHA256withECDSA");
      signer.initSign(keys.getPrivate());
      signer.update(signed.getBytes(StandardCharsets.UTF_8));
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Verification deliver(String time, String body, byte[] signature) {
    return verifier.verify(
        Deliveries.of(
            body,
            Map.of(
                "X-Twilio-Email-Event-Webhook-Signature",
                Base64.getEncoder().encodeToString(signature),
                "X-Twilio-Email-Event-Webhook-Timestamp",
                time)));
  }

  @Test
  void each_event_of_a_batch_is_one() {
    Verified verified = (Verified) deliver(TIME, BODY, signature(TIME + BODY));
    List<VerifiedWebhook> events = verified.webhooks();
    assertThat(events).extracting(VerifiedWebhook::eventId).containsExactly("A1", "A2");
    assertThat(events).extracting(VerifiedWebhook::eventType).containsExactly("delivered", "open");
    assertThat(events.get(0).objectId()).isEqualTo("M1");
  }

  /** The signed bytes are the same. */
  @Test
  void nothing_moves_between_timestamp_and_body() {
    byte[] signature = signature(TIME + BODY);
    String last = TIME.substring(9);
    Deliveries.rejected(
        deliver(TIME.substring(0, 9), last + BODY, signature), RejectionReason.SIGNATURE_MISMATCH);
    Deliveries.rejected(
        deliver(TIME + "[", BODY.substring(1), signature), RejectionReason.SIGNATURE_MISMATCH);
  }

  @Test
  void control_as_it_was_signed_it_is_believed() {
    assertThat(deliver(TIME, BODY, signature(TIME + BODY))).isInstanceOf(Verified.class);
  }

  /** Zeros, and multiples of the curve's order, that fit any message to a careless check. */
  @Test
  void a_signature_of_nothing_is_none() {
    String order = "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551";
    for (String der :
        List.of("3006020100020100", "3006020101020100", "3026022100" + order + "020100", "3000")) {
      Deliveries.rejected(
          deliver(TIME, BODY, HexFormat.of().parseHex(der)), RejectionReason.SIGNATURE_MISMATCH);
    }
  }

  @Test
  void a_key_on_another_curve_and_what_is_no_key_are_refused() {
    assertThatThrownBy(() -> new SendGridVerifier(settings(keyPair("secp384r1"))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("P-256");
    VerifierSettings noKey = VerifierSettings.of("main", Deliveries.CLOCK, Secret.of("bm8ga2V5"));
    assertThatThrownBy(() -> new SendGridVerifier(noKey))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("bm8ga2V5");
  }
}
