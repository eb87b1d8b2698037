package io.travelsuite.notify.address;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.secret.Secret;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailEventsTest {

  private final MemoryMarks marks = new MemoryMarks();
  private final AddressHashes hashes =
      AddressHashes.of(Secret.of("a-key-of-the-tests-of-32-bytes!!"));

  private boolean handle(String provider, String json, WebhookTrust trust) {
    byte[] body = json.replace('\'', '"').getBytes(UTF_8);
    return EmailEvents.of(marks, hashes, Mode.LIVE)
        .handle(new VerifiedWebhook(provider, "main", null, "e1", "", null, body, trust));
  }

  private List<MarkReason> marked() {
    return marks.find(Mode.LIVE, hashes.hashes("email", "Anna@Example.org")).stream()
        .map(AddressMark::reason)
        .toList();
  }

  static Stream<Arguments> events() {
    String to = "'email': 'anna@example.org'";
    return Stream.of(
        Arguments.of("sendgrid", "{'event': 'bounce', " + to + "}", MarkReason.BOUNCED),
        Arguments.of(
            "sendgrid", "{'event': 'bounce', 'type': 'bounce', " + to + "}", MarkReason.BOUNCED),
        Arguments.of("sendgrid", "{'event': 'spamreport', " + to + "}", MarkReason.COMPLAINED),
        Arguments.of("sendgrid", "{'event': 'unsubscribe', " + to + "}", MarkReason.OPTED_OUT),
        Arguments.of(
            "sendgrid",
            "{'event': 'dropped', 'reason': 'Bounced Address', " + to + "}",
            MarkReason.BOUNCED),
        Arguments.of(
            "sendgrid",
            "{'event': 'dropped', 'reason': 'Spam Reporting Address', " + to + "}",
            MarkReason.COMPLAINED),
        Arguments.of("mail", "{'type': 'email.bounced', 'data': {" + to + "}}", MarkReason.BOUNCED),
        Arguments.of(
            "mail",
            "{'type': 'email.bounced', 'data': {'to': ['ANNA@example.org'],"
                + " 'bounce': {'type': 'Permanent'}}}",
            MarkReason.BOUNCED),
        Arguments.of(
            "mail",
            "{'type': 'email.complained', 'data': {'to': 'anna@example.org'}}",
            MarkReason.COMPLAINED),
        Arguments.of(
            "mail", "{'type': 'email.unsubscribed', 'data': {" + to + "}}", MarkReason.OPTED_OUT));
  }

  @ParameterizedTest
  @MethodSource("events")
  void an_address_is_marked_by_what_a_provider_tells(
      String provider, String json, MarkReason reason) {
    assertThat(handle(provider, json, WebhookTrust.CONTENT)).isTrue();
    assertThat(handle(provider, json, WebhookTrust.CONTENT)).isTrue();
    assertThat(marked()).containsExactly(reason);
    assertThat(marks.toString()).doesNotContainIgnoringCase("anna");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'event': 'bounce', 'type': 'blocked', 'email': 'anna@example.org'}",
        "{'event': 'dropped', 'reason': 'Spam Content', 'email': 'anna@example.org'}",
        "{'event': 'delivered', 'email': 'anna@example.org'}",
        "{'event': 'bounce'}",
        "{'event': 'bounce', 'email': 17}",
        "[]",
        "",
        "no json"
      })
  void what_says_nothing_of_an_address_marks_none(String json) {
    assertThat(handle("sendgrid", json, WebhookTrust.CONTENT)).isFalse();
    assertThat(marked()).isEmpty();
  }

  @Test
  void a_bounce_that_may_pass_marks_none() {
    String json =
        "{'type': 'email.bounced', 'data': {'to': 'anna@example.org',"
            + " 'bounce': {'type': 'Transient'}}}";
    assertThat(handle("mail", json, WebhookTrust.CONTENT)).isFalse();
  }

  @Test
  void what_anybody_may_have_sent_marks_none() {
    String json = "{'event': 'bounce', 'email': 'anna@example.org'}";
    assertThat(handle("sendgrid", json, WebhookTrust.HINT)).isFalse();
    assertThat(handle("sendgrid", json, WebhookTrust.SENDER)).isFalse();
    assertThat(marked()).isEmpty();
  }
}
