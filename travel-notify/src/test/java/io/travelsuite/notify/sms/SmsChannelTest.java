package io.travelsuite.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.notify.Everything;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.address.MarkReason;
import io.travelsuite.notify.address.MarkedAddressGuard;
import io.travelsuite.notify.address.MemoryMarks;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Sent;
import io.travelsuite.notify.naughty.Naughty;
import io.travelsuite.notify.sms.TwilioStub.Turn;
import io.travelsuite.secret.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmsChannelTest extends SmsTestCase {

  @Test
  void a_message_is_one_request_of_the_documented_form() {
    URI callback = URI.create("https://acme.example/twilio?of=acme");
    SendResult result = channel(settings().statusCallback(callback)).send(message());
    assertThat(result).isEqualTo(new Sent("SM%032d".formatted(1)));
    assertThat(twilio.asked).hasSize(1);
    TwilioStub.Asked asked = twilio.asked.get(0);
    assertThat(asked.method()).isEqualTo("POST");
    assertThat(asked.path())
        .isEqualTo("/2010-04-01/Accounts/" + TwilioStub.ACCOUNT + "/Messages.json");
    assertThat(asked.authorization())
        .isEqualTo("Basic " + base64(TwilioStub.ACCOUNT + ":" + TwilioStub.TOKEN));
    assertThat(asked.form())
        .isEqualTo(
            Map.of(
                "To",
                TO,
                "From",
                "+14155550100",
                "Body",
                "Ihr Bus fährt um 8:00.",
                "StatusCallback",
                callback.toString()));
  }

  @Test
  void a_messaging_service_and_an_api_key_stand_in_for_number_and_token() {
    String service = "MG" + "0".repeat(32);
    String key = "SK" + "0".repeat(32);
    TwilioSettings settings =
        TwilioSettings.builder(TwilioStub.ACCOUNT, Secret.of("the-keys-secret"))
            .apiKey(key)
            .apiBase(twilio.url())
            .messagingService(service)
            .build();
    assertThat(SmsChannel.of(settings, HTTP, journal, alerts::add).send(message()))
        .isInstanceOf(Sent.class);
    TwilioStub.Asked asked = twilio.asked.get(0);
    assertThat(asked.path()).contains(TwilioStub.ACCOUNT);
    assertThat(asked.authorization()).isEqualTo("Basic " + base64(key + ":the-keys-secret"));
    assertThat(asked.form())
        .containsEntry("MessagingServiceSid", service)
        .doesNotContainKey("From");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "400, 21211, no-such-number",
    "400, 21610, opted-out",
    "400, 21614, not-a-mobile",
    "400, 21408, region-not-allowed",
    "400, 21612, no-route",
    "400, 21617, too-long",
    "400, 20001, twilio-20001",
    "400, 0, rejected"
  })
  void what_twilio_refuses_for_good_is_refused(int status, int code, String reason) {
    twilio.error(status, code);
    assertThat(channel().send(message())).isEqualTo(new Refused(reason));
    assertThat(twilio.delivered).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "015112345678",
        "+49 151 12345678",
        "004915112345678",
        "+49151",
        "+999123456789",
        "anna@example.org",
        "+4915112345678;ext=5",
        "+４９15112345678",
        "+4915112345678\r\nBody=x"
      })
  void what_is_no_number_in_e164_is_refused_before_twilio_hears_of_it(String to) {
    assertThat(channel().send(message("k", to, "Hello"))).isEqualTo(new Refused("no-such-number"));
    assertThat(twilio.asked).isEmpty();
  }

  @Test
  void what_is_too_long_or_empty_is_refused_before_twilio_hears_of_it() {
    SmsChannel channel = channel(settings().mostSegments(2));
    assertThat(channel.send(message("k", TO, "x".repeat(306)))).isInstanceOf(Sent.class);
    assertThat(channel.send(message("l", TO, "x".repeat(307))))
        .isEqualTo(new Refused("too-many-segments"));
    assertThat(channel.send(message("m", TO, " \n"))).isEqualTo(new Refused("empty"));
    assertThat(twilio.asked).hasSize(1);
  }

  @Test
  void naughty_texts_arrive_as_they_are() {
    SmsChannel channel = channel(settings().mostSegments(10));
    int i = 0;
    for (String naughty : Naughty.strings()) {
      twilio.asked.clear();
      SendResult result = channel.send(message("n" + i++, TO, naughty));
      if (result instanceof Sent) {
        String sent = new String(naughty.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(twilio.asked.get(0).form())
            .as(naughty)
            .isEqualTo(
                Map.of(
                    "To",
                    TO,
                    "From",
                    "+14155550100",
                    "Body",
                    sent.equals("null") ? "null " : sent));
      } else {
        assertThat(result).isIn(new Refused("empty"), new Refused("too-many-segments"));
      }
    }
  }

  @Test
  void who_opted_out_at_twilio_is_marked_and_not_asked_for_again() {
    AddressHashes hashes = AddressHashes.of(Secret.of("a-key-of-the-tests-of-32-bytes!!"));
    MemoryMarks marks = new MemoryMarks();
    MarkedAddressGuard guarded =
        MarkedAddressGuard.of(channel().marking(marks, hashes), marks, hashes);
    twilio.error(400, 21610);
    assertThat(guarded.send(message())).isEqualTo(new Refused("opted-out"));
    assertThat(guarded.send(message("booking-2", TO, "Hello")))
        .isEqualTo(new Refused(MarkReason.OPTED_OUT.word()));
    assertThat(twilio.asked).hasSize(1);
    assertThat(marks.toString()).doesNotContain("15112345678");
  }

  @Test
  void no_token_number_or_text_is_logged_or_said_whatever_happens() {
    try (Everything everything = new Everything()) {
      SmsChannel channel = channel(settings().timeout(Duration.ofSeconds(2)));
      StringBuilder said = new StringBuilder().append(settings().build());
      int[] statuses = {0, 401, 400, 429, 500};
      for (int status : statuses) {
        if (status > 0) {
          twilio.error(status, 21211);
        }
        said.append(channel.send(message("k" + status, TO, "planted-text")));
      }
      twilio.next(new Turn.HangUp());
      said.append(channel.send(message("l", TO, "planted-text"))).append(alerts);
      assertThat(everything.heard() + said)
          .contains("authentication", "rate-limited", "no-such-number")
          .doesNotContain(TwilioStub.TOKEN, TO, "15112345678", "planted-text")
          .doesNotContain(base64(TwilioStub.ACCOUNT + ":" + TwilioStub.TOKEN));
    }
  }

  @Test
  void settings_that_cannot_be_right_are_refused() {
    Secret token = Secret.of(TwilioStub.TOKEN);
    String account = TwilioStub.ACCOUNT;
    assertThatThrownBy(() -> TwilioSettings.builder("AC1", token))
        .isInstanceOf(InvalidRequestException.class);
    assertThatThrownBy(() -> TwilioSettings.builder(account, token).build())
        .isInstanceOf(InvalidRequestException.class);
    URI open = URI.create("http://api.example");
    assertThatThrownBy(() -> TwilioSettings.builder(account, token).apiBase(open))
        .isInstanceOf(InvalidRequestException.class);
    HttpClient strays = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    assertThatThrownBy(() -> SmsChannel.of(settings().build(), strays, journal, alerts::add))
        .isInstanceOf(InvalidRequestException.class);
  }
}
