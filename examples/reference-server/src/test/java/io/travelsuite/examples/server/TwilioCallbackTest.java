package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.travelsuite.Mode;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcSmsJournal;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.sms.SmsStatus;
import io.travelsuite.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Twilio tells of messages. */
class TwilioCallbackTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static WiredFixture fixture;

  @BeforeAll
  static void start() {
    fixture = WiredFixture.shared();
  }

  private static ApiReply twilio(Map<String, String> form, String signature) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue().replace("+", "%2B"))
            .collect(Collectors.joining("&"));
    return new ApiClient(fixture.server.address(), "")
        .send(
            "POST",
            "/webhooks/twilio",
            body,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "X-Twilio-Signature",
            signature);
  }

  /** As Twilio signs: the URL, then each name with its value, sorted by name. */
  private static String signed(Map<String, String> form, String token) {
    StringBuilder text = new StringBuilder(fixture.server.origin() + "/webhooks/twilio");
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] signature = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JdbcTravel travel() {
    return JdbcTravel.builder(fixture.server.dataSource()).build();
  }

  @Test
  void twilio_tells_how_far_a_message_has_got() {
    Map<String, String> form = Map.of("MessageSid", "SMdelivered1", "MessageStatus", "delivered");

    twilio(form, signed(form, WiredFixture.TWILIO_TOKEN)).done(200);

    await()
        .atMost(SOON)
        .until(
            () ->
                JdbcSmsJournal.of(travel())
                    .find("SMdelivered1")
                    .filter(delivery -> delivery.status() == SmsStatus.DELIVERED)
                    .isPresent());
  }

  @Test
  void who_writes_stop_is_written_to_no_more() {
    Map<String, String> form =
        Map.of(
            "MessageSid",
            "SMstop1",
            "SmsStatus",
            "received",
            "From",
            "+351912345678",
            "Body",
            "STOP");
    AddressHashes hashes = AddressHashes.of(Secret.of(fixture.addressKey));

    twilio(form, signed(form, WiredFixture.TWILIO_TOKEN)).done(200);

    await()
        .atMost(SOON)
        .until(
            () ->
                !JdbcAddressMarks.of(travel())
                    .find(Mode.TEST, hashes.hashes("sms", "+351912345678"))
                    .isEmpty());
  }

  @Test
  void control_what_twilio_has_not_signed_is_not_believed() {
    Map<String, String> form = Map.of("MessageSid", "SMforged1", "MessageStatus", "delivered");

    twilio(form, signed(form, "another-token")).refused(400, "webhook-refused");
    twilio(form, "").refused(400, "webhook-refused");

    assertThat(JdbcSmsJournal.of(travel()).find("SMforged1")).isEmpty();
  }
}
