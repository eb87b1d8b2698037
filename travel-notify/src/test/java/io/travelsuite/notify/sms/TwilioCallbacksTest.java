package io.travelsuite.notify.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.AddressMark;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.address.MemoryMarks;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioCallbacksTest {

  private static final String SID = "SM" + "0".repeat(32);

  private final MemoryJournal deliveries = new MemoryJournal();
  private final MemoryMarks marks = new MemoryMarks();
  private final AddressHashes hashes =
      AddressHashes.of(Secret.of("a-key-of-the-tests-of-32-bytes!!"));
  private final TwilioCallbacks callbacks =
      TwilioCallbacks.of(deliveries, marks, hashes, Mode.LIVE);

  private boolean handle(String form) {
    return handle("twilio", form, WebhookTrust.CONTENT);
  }

  private boolean handle(String provider, String form, WebhookTrust trust) {
    return callbacks.handle(
        new VerifiedWebhook(provider, "main", null, "e1", "", SID, form.getBytes(UTF_8), trust));
  }

  private static String status(String word) {
    return "MessageSid=" + SID + "&MessageStatus=" + word + "&To=%2B4915112345678";
  }

  private List<MarkReason> marked(Mode mode) {
    return marks.find(mode, hashes.hashes("sms", "+4915112345678")).stream()
        .map(AddressMark::reason)
        .toList();
  }

  @Test
  void statuses_in_any_order_and_twice_come_to_the_furthest() {
    for (String word : List.of("queued", "delivered", "sent", "delivered", "sending")) {
      assertThat(handle(status(word))).isTrue();
    }
    assertThat(deliveries.find(SID).orElseThrow().status()).isEqualTo(SmsStatus.DELIVERED);
  }

  @Test
  void a_failure_keeps_its_code() {
    assertThat(handle(status("undelivered") + "&ErrorCode=30003")).isTrue();
    SmsDelivery known = deliveries.find(SID).orElseThrow();
    assertThat(known.status()).isEqualTo(SmsStatus.UNDELIVERED);
    assertThat(known.errorCode()).isEqualTo(30003);
    assertThat(marked(Mode.LIVE)).isEmpty();
  }

  @Test
  void a_failure_because_somebody_opted_out_marks_the_number() {
    assertThat(handle(status("failed") + "&ErrorCode=21610")).isTrue();
    assertThat(marked(Mode.LIVE)).containsExactly(MarkReason.OPTED_OUT);
    assertThat(marked(Mode.TEST)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Body=Stop+", "Body=x&OptOutType=STOP", "Body=UNSUBSCRIBE"})
  void who_writes_stop_is_marked_until_he_writes_start(String said) {
    String from = "SmsStatus=received&MessageSid=SM1&From=%2B4915112345678&";
    assertThat(handle(from + said)).isTrue();
    assertThat(marked(Mode.LIVE)).containsExactly(MarkReason.OPTED_OUT);
    assertThat(handle(from + "Body=START")).isTrue();
    assertThat(marked(Mode.LIVE)).isEmpty();
    assertThat(handle(from + "Body=Please+stop+calling+me")).as("a person must read").isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&&=&x",
        "MessageSid=%zz&MessageStatus=sent",
        "MessageSid=SM1",
        "MessageSid=SM1&MessageStatus=received",
        "MessageSid=a%20b&MessageStatus=sent"
      })
  void what_says_nothing_of_a_message_is_passed_over(String form) {
    assertThat(handle(form)).isFalse();
  }

  @Test
  void what_is_not_signed_or_not_twilios_changes_nothing() {
    assertThat(handle("twilio", status("delivered"), WebhookTrust.HINT)).isFalse();
    assertThat(handle("stripe", status("delivered"), WebhookTrust.CONTENT)).isFalse();
    assertThat(deliveries.find(SID)).isEmpty();
  }
}
