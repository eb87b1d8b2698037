package io.travelsuite.notify.sms;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.secret.Secret;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A channel to a server that plays Twilio. */
abstract class SmsTestCase {

  static final String TO = "+4915112345678";
  static final HttpClient HTTP = HttpClient.newHttpClient();

  TwilioStub twilio;
  final MemoryJournal journal = new MemoryJournal();
  final List<Alert> alerts = new ArrayList<>();

  @BeforeEach
  void start() {
    twilio = new TwilioStub();
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  TwilioSettingsBuilder settings() {
    return TwilioSettings.builder(TwilioStub.ACCOUNT, Secret.of(TwilioStub.TOKEN))
        .apiBase(twilio.url())
        .from("+14155550100")
        .timeout(Duration.ofSeconds(20));
  }

  SmsChannel channel(TwilioSettingsBuilder settings) {
    return SmsChannel.of(settings.build(), HTTP, journal, alerts::add);
  }

  SmsChannel channel() {
    return channel(settings());
  }

  static Message message(String key, String to, String text) {
    return new Message(key, Mode.LIVE, to, Locale.GERMAN, Content.text(text));
  }

  static Message message() {
    return message("booking-1", TO, "Ihr Bus fährt um 8:00.");
  }
}
