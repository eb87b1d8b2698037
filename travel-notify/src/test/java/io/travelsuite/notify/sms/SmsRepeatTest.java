package io.travelsuite.notify.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import io.travelsuite.Mode;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Sent;
import io.travelsuite.notify.channel.SendResult.Unknown;
import io.travelsuite.notify.sms.TwilioStub.Turn;
import java.time.Duration;
import java.util.Map;
import org.apache.hc.core5.http.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again, and what is not. */
class SmsRepeatTest extends SmsTestCase {

  @ParameterizedTest
  @CsvSource({
    "401, 20003, authentication, 1",
    "403, 20005, authentication, 1",
    "404, 20404, authentication, 1",
    "400, 21606, sender-not-usable, 1",
    "400, 21611, queue-full, 0",
    "429, 20429, rate-limited, 0",
    "503, 20503, provider-unavailable, 0"
  })
  void what_may_go_well_later_has_failed_and_is_then_sent_once(
      int status, int code, String reason, int alerted) {
    twilio.error(status, code);
    SmsChannel channel = channel();
    assertThat(channel.send(message())).isEqualTo(new Failed(reason, null));
    assertThat(alerts).hasSize(alerted);
    assertThat(channel.send(message())).isInstanceOf(Sent.class);
    assertThat(twilio.delivered).hasSize(1);
  }

  @Test
  void it_leaves_twilio_alone_for_as_long_as_it_says() {
    twilio.next(new Turn.Problem(429, 20429, Map.of("Retry-After", "17")));
    twilio.next(new Turn.Problem(503, 0, Map.of("Retry-After", "999999999")));
    twilio.next(new Turn.Problem(429, 20429, Map.of("Retry-After", "soon")));
    SmsChannel channel = channel();
    assertThat(channel.send(message()))
        .isEqualTo(new Failed("rate-limited", Duration.ofSeconds(17)));
    assertThat(channel.send(message()))
        .isEqualTo(new Failed("provider-unavailable", Duration.ofDays(1)));
    assertThat(channel.send(message())).isEqualTo(new Failed("rate-limited", null));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504})
  void an_error_of_twilios_own_is_unknown_and_asked_for_once(int status) {
    twilio.error(status, 20500);
    assertThat(channel().send(message())).isEqualTo(new Unknown("provider-error"));
    assertThat(twilio.asked).hasSize(1);
  }

  @Test
  void control_the_sdks_own_tries_would_ask_again() {
    TwilioSettings settings = settings().build();
    for (int i = 0; i < 3; i++) {
      twilio.error(500, 20500);
    }
    TwilioHttp once = new TwilioHttp(HTTP, settings);
    com.twilio.http.HttpClient retrying =
        new com.twilio.http.HttpClient() {
          @Override
          public com.twilio.http.Response makeRequest(com.twilio.http.Request request) {
            try {
              return once.makeRequest(request);
            } catch (TwilioCallException unknown) {
              return new com.twilio.http.Response("{}", 500, new Header[0]);
            }
          }
        };
    TwilioRestClient client =
        new TwilioRestClient.Builder(TwilioStub.ACCOUNT, TwilioStub.TOKEN)
            .httpClient(retrying)
            .build();
    PhoneNumber number = new PhoneNumber(TO);
    MessageCreator creator = new MessageCreator(TwilioStub.ACCOUNT, number, number, "Hello");
    assertThatThrownBy(() -> creator.create(client))
        .isInstanceOf(com.twilio.exception.TwilioException.class);
    assertThat(twilio.asked).hasSizeGreaterThan(1);
  }

  @Test
  void at_most_once_is_not_sent_again_after_silence() {
    twilio.next(new Turn.Silence());
    SmsChannel channel = channel(settings().timeout(Duration.ofMillis(300)));
    assertThat(channel.send(message())).isEqualTo(new Unknown("timeout"));
    assertThat(channel.send(message())).isEqualTo(new Refused("outcome-unknown"));
    assertThat(channel.send(message())).isEqualTo(new Refused("outcome-unknown"));
    assertThat(twilio.delivered).hasSize(1);
    assertThat(channel.counts()).isEqualTo(new SmsCounts(0, 2, 0, 1, 0));
  }

  @Test
  void at_least_once_is_sent_again_after_a_lost_answer_and_counted() {
    twilio.next(new Turn.HangUp());
    SmsChannel channel = channel(settings().afterUnknown(AfterUnknown.AT_LEAST_ONCE));
    assertThat(channel.send(message())).isEqualTo(new Unknown("connection-lost"));
    twilio.error(429, 20429);
    assertThat(channel.send(message())).isEqualTo(new Failed("rate-limited", null));
    assertThat(channel.send(message())).isInstanceOf(Sent.class);
    assertThat(twilio.delivered).as("the price of it").hasSize(2);
    assertThat(channel.counts()).isEqualTo(new SmsCounts(1, 0, 1, 1, 1));
  }

  @Test
  void a_message_that_was_sent_is_not_sent_again() {
    SmsChannel channel = channel();
    SendResult first = channel.send(message());
    assertThat(channel.send(message())).isEqualTo(first);
    assertThat(twilio.delivered).hasSize(1);
  }

  @Test
  void control_without_a_journal_that_remembers_it_is_sent_twice() {
    channel().send(message());
    SmsChannel forgetful =
        SmsChannel.of(settings().build(), HTTP, new MemoryJournal(), alerts::add);
    forgetful.send(message());
    assertThat(twilio.delivered).hasSize(2);
  }

  @Test
  void a_message_that_another_is_sending_waits_and_that_of_a_dead_process_is_unclear() {
    SmsTry before = journal.begin(Mode.LIVE, "booking-1", Duration.ofMinutes(1));
    assertThat(before).isEqualTo(new SmsTry.First());
    SmsChannel channel = channel();
    assertThat(channel.send(message())).isEqualTo(new Failed("in-flight", Duration.ofSeconds(20)));
    journal.die();
    assertThat(channel.send(message())).isEqualTo(new Refused("outcome-unknown"));
    assertThat(twilio.asked).isEmpty();
  }

  @Test
  void a_success_that_nobody_can_read_is_one_all_the_same() {
    twilio.next(new Turn.Gibberish());
    SmsChannel channel = channel();
    assertThat(channel.send(message())).isEqualTo(new Sent(null));
    assertThat(channel.send(message())).isEqualTo(new Sent(null));
    assertThat(twilio.delivered).hasSize(1);
  }

  @Test
  void nobody_there_is_a_failed_connection() {
    SmsChannel channel = channel();
    twilio.close();
    assertThat(channel.send(message())).isEqualTo(new Failed("connection", null));
  }
}
