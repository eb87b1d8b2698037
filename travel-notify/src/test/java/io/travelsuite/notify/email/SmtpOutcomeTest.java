package io.travelsuite.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Mode;
import io.travelsuite.alert.Alert;
import io.travelsuite.notify.channel.Content;
import io.travelsuite.notify.channel.Message;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.channel.SendResult.Failed;
import io.travelsuite.notify.channel.SendResult.Refused;
import io.travelsuite.notify.channel.SendResult.Sent;
import io.travelsuite.notify.channel.SendResult.Unknown;
import io.travelsuite.notify.email.SmtpFront.Fault;
import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * One message for each key in the mailbox, or a reason; whatever the relay answers, or does not.
 */
class SmtpOutcomeTest {

  private static Relay relay;
  private SmtpFront front;
  private EmailChannel channel;

  @BeforeAll
  static void start() {
    relay = new Relay();
  }

  @BeforeEach
  void open() {
    front = relay.front();
    channel = relay.channel(Relay.plain(front.port()));
  }

  @AfterEach
  void clear() throws Exception {
    relay.clear();
  }

  @AfterAll
  static void stop() throws Exception {
    relay.close();
  }

  private SendResult send() {
    return channel.send(Relay.message("booking-1"));
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("RCPT", "550 5.1.1 <anna@example.org> unknown", refused("no-such-mailbox")),
        Arguments.of("RCPT", "550 no anna@example.org here", refused("no-such-mailbox")),
        Arguments.of("RCPT", "550 5.1.2 no such domain", refused("no-such-domain")),
        Arguments.of("RCPT", "553 5.1.3 bad address", refused("bad-address")),
        Arguments.of("RCPT", "550 5.2.1 disabled", refused("mailbox-disabled")),
        Arguments.of("RCPT", "552 5.2.2 full", refused("mailbox-full")),
        Arguments.of("RCPT", "554 5.7.1 policy", refused("recipient-refused")),
        Arguments.of("RCPT", "450 4.2.0 greylisted", failed("recipient-deferred")),
        Arguments.of("RCPT", "452 4.2.2 full for now", failed("mailbox-full")),
        Arguments.of("RCPT", "421 4.3.2 going down", failed("relay-closing")),
        Arguments.of("MAIL", "451 4.3.0 try later", failed("relay-deferred")),
        Arguments.of("MAIL", "530 5.7.0 sign in first", failed("authentication")),
        Arguments.of("MAIL", "550 5.7.1 not you", failed("sender-refused")),
        Arguments.of("MAIL", "552 5.3.4 too large", refused("too-large")),
        Arguments.of("DATA", "451 4.3.0 try later", failed("relay-deferred")),
        Arguments.of("DATA", "554 5.6.0 no", refused("content-refused")),
        Arguments.of(".", "451 4.3.0 try later", failed("relay-deferred")),
        Arguments.of(".", "552 5.3.4 too large", refused("too-large")),
        Arguments.of(".", "554 5.7.1 looks like spam", refused("content-refused")),
        Arguments.of("EHLO", "421 4.3.2 going down", failed("connection")),
        Arguments.of(SmtpFront.GREETING, "554 5.3.2 no service", failed("connection")));
  }

  private static SendResult refused(String reason) {
    return new Refused(reason);
  }

  private static SendResult failed(String reason) {
    return new Failed(reason, null);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void a_no_has_a_reason_and_after_a_not_yet_there_is_one_message(
      String verb, String answer, SendResult expected) {
    front.fault(verb, new Fault.Answer(answer));
    if (verb.equals("EHLO")) {
      front.fault("HELO", new Fault.Answer(answer));
    }
    assertThat(send()).isEqualTo(expected);
    assertThat(relay.mailbox()).isEmpty();
    assertThat(send()).isInstanceOf(Sent.class);
    assertThat(relay.mailbox()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {SmtpFront.GREETING, "EHLO", "MAIL", "RCPT", "DATA"})
  void a_connection_cut_before_the_data_has_sent_nothing(String verb) {
    front.fault(verb, new Fault.Cut());
    assertThat(send()).isEqualTo(failed("connection"));
    assertThat(relay.mailbox()).isEmpty();
    assertThat(send()).isInstanceOf(Sent.class);
    assertThat(relay.mailbox()).hasSize(1);
  }

  @Test
  void a_connection_cut_amid_the_data_has_sent_nothing() {
    String text = "All the stops of the tour.\n".repeat(600_000); // more than any buffer holds
    Content content = new Content("Tour", text, null, List.of());
    front.fault(SmtpFront.BODY, new Fault.Cut());
    assertThat(channel.send(new Message("tour-1", Mode.LIVE, Relay.TO, Locale.ENGLISH, content)))
        .isEqualTo(failed("connection"));
    assertThat(relay.mailbox()).isEmpty();
  }

  @Test
  void a_short_message_cut_amid_the_data_has_left_the_host_whole_and_is_unknown() {
    front.fault(SmtpFront.BODY, new Fault.Cut());
    assertThat(send()).isIn(new Unknown("connection-lost"), failed("connection"));
    assertThat(relay.mailbox()).isEmpty();
  }

  @Test
  void a_connection_cut_before_the_answer_is_unknown_and_the_mailbox_tells_the_second_one_again() {
    front.fault(".", new Fault.CutAnswer());
    assertThat(send()).isEqualTo(new Unknown("connection-lost"));
    assertThat(send()).isInstanceOf(Sent.class);
    assertThat(relay.mailbox()).as("the relay took both").hasSize(2);
    assertThat(relay.distinct()).as("and they are one by their Message-ID").isEqualTo(1);
  }

  @Test
  void a_connection_cut_at_the_end_of_the_data_is_unknown_though_nothing_went_out() {
    front.fault(".", new Fault.Cut());
    assertThat(send()).isEqualTo(new Unknown("connection-lost"));
    assertThat(relay.mailbox()).isEmpty();
    assertThat(send()).isInstanceOf(Sent.class);
    assertThat(relay.mailbox()).hasSize(1);
  }

  @Test
  void an_answer_that_does_not_come_in_time_is_unknown_at_the_end_and_a_failure_before() {
    EmailChannel hasty =
        relay.channel(Relay.plain(front.port()).readTimeout(Duration.ofMillis(300)));
    front.fault(".", new Fault.Stall());
    assertThat(hasty.send(Relay.message("booking-1"))).isEqualTo(new Unknown("connection-lost"));
    front.fault("RCPT", new Fault.Stall());
    assertThat(hasty.send(Relay.message("booking-1"))).isEqualTo(failed("connection"));
    assertThat(relay.mailbox()).isEmpty();
  }

  @Test
  void control_messages_of_different_keys_have_different_ids() {
    send();
    channel.send(Relay.message("booking-2"));
    assertThat(relay.distinct()).isEqualTo(2);
  }

  @Test
  void nobody_there_is_a_failed_connection() throws Exception {
    front.close();
    assertThat(send()).isEqualTo(failed("connection"));
    assertThat(relay.alerts).isEmpty();
  }

  @Test
  void a_refused_password_is_a_failure_and_an_alert() {
    relay.mail().setUser("acme@acme.example", "acme", "the-right-one");
    SmtpSettingsBuilder wrong = Relay.plain(front.port()).signIn("acme", Secret.of("pa55-planted"));
    assertThat(relay.channel(wrong).send(Relay.message("booking-1")))
        .isEqualTo(failed("authentication"));
    assertThat(relay.alerts).extracting(Alert::rule).containsExactly("notify.smtp-authentication");
    assertThat(relay.alerts.toString()).doesNotContain("pa55", "acme");
    SmtpSettingsBuilder right =
        Relay.plain(front.port()).signIn("acme", Secret.of("the-right-one"));
    assertThat(relay.channel(right).send(Relay.message("booking-1"))).isInstanceOf(Sent.class);
  }

  @Test
  void connections_are_bounded_and_used_again() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(8);
    List<Future<SendResult>> results = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      String key = "booking-" + i;
      results.add(callers.submit(() -> channel.send(Relay.message(key))));
    }
    for (Future<SendResult> each : results) {
      assertThat(each.get()).isInstanceOf(Sent.class);
    }
    callers.shutdown();
    assertThat(relay.mailbox()).hasSize(60);
    assertThat(relay.distinct()).isEqualTo(60);
    assertThat(front.accepted()).isBetween(1, 2);
  }

  @Test
  void a_connection_that_the_relay_has_closed_meanwhile_costs_no_try() {
    send();
    Relay.cut(front);
    assertThat(channel.send(Relay.message("booking-2"))).isInstanceOf(Sent.class);
    assertThat(relay.mailbox()).hasSize(2);
    assertThat(front.accepted()).isEqualTo(2);
  }

  @Test
  void a_connection_that_was_idle_for_too_long_is_replaced() {
    EmailChannel forgetful = relay.channel(Relay.plain(front.port()).idle(Duration.ofMillis(1)));
    forgetful.send(Relay.message("booking-1"));
    long until = System.nanoTime() + Duration.ofMillis(2).toNanos();
    while (System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    forgetful.send(Relay.message("booking-2"));
    assertThat(front.accepted()).isEqualTo(2);
  }

  @Test
  void a_refused_recipient_costs_no_connection() {
    front.fault("RCPT", new Fault.Answer("550 5.1.1 unknown"));
    send();
    send();
    assertThat(front.accepted()).isEqualTo(1);
  }

  @Test
  void all_connections_in_use_is_a_failure_and_no_endless_wait() throws Exception {
    EmailChannel narrow =
        relay.channel(
            Relay.plain(front.port())
                .connections(1)
                .readTimeout(Duration.ofSeconds(2))
                .connectTimeout(Duration.ofMillis(200)));
    front.fault("MAIL", new Fault.Stall());
    ExecutorService caller = Executors.newSingleThreadExecutor();
    Future<SendResult> slow = caller.submit(() -> narrow.send(Relay.message("booking-1")));
    while (front.accepted() == 0) {
      Thread.onSpinWait();
    }
    assertThat(narrow.send(Relay.message("booking-2"))).isEqualTo(failed("no-free-connection"));
    assertThat(slow.get()).isEqualTo(failed("connection"));
    caller.shutdown();
  }

  @Test
  void closed_connections_send_nothing_more_and_leave_no_thread() {
    SmtpConnections connections = relay.connections(Relay.plain(front.port()));
    EmailChannel mine = EmailChannel.of(connections, Relay.SENDER, Relay.CLOCK);
    assertThat(mine.send(Relay.message("booking-1"))).isInstanceOf(Sent.class);
    connections.close();
    assertThat(mine.send(Relay.message("booking-2"))).isEqualTo(failed("closed"));
  }
}
