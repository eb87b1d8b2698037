package io.travelsuite.notify.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.secret.Secret;
import jakarta.mail.Address;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpSecurityTest {

  private static Relay relay;

  @BeforeAll
  static void start() {
    relay = new Relay();
  }

  @AfterEach
  void clear() throws Exception {
    relay.clear();
  }

  @AfterAll
  static void stop() throws Exception {
    relay.close();
  }

  private static SmtpSettingsBuilder settings(SmtpSecurity security, SmtpFront front) {
    SmtpSettingsBuilder builder = SmtpSettings.builder("localhost");
    SmtpSettingsBuilder kind = security == SmtpSecurity.TLS ? builder.tls() : builder;
    return Relay.quick(kind.port(front.port()).trust(Identity.trusting("authority")));
  }

  private SendResult send(SmtpSecurity security, SmtpFront front) {
    return relay.channel(settings(security, front)).send(Relay.message("booking-1"));
  }

  @ParameterizedTest
  @EnumSource(names = {"STARTTLS", "TLS"})
  void a_relay_with_its_own_certificate_gets_the_message_encrypted(SmtpSecurity security) {
    SmtpFront front = relay.front(security, Identity.GOOD);
    assertThat(send(security, front)).isInstanceOf(SendResult.Sent.class);
    assertThat(front.encrypted()).isEqualTo(1);
    assertThat(relay.mailbox()).hasSize(1);
    assertThat(relay.alerts).isEmpty();
  }

  static Stream<Arguments> impostors() {
    return Stream.of(Identity.WRONG_NAME, Identity.EXPIRED, Identity.SELF_SIGNED)
        .flatMap(
            identity ->
                Stream.of(SmtpSecurity.STARTTLS, SmtpSecurity.TLS)
                    .map(security -> Arguments.of(identity, security)));
  }

  @ParameterizedTest
  @MethodSource("impostors")
  void a_certificate_that_is_not_the_relays_ends_it_and_raises_an_alert(
      Identity identity, SmtpSecurity security) {
    SmtpFront front = relay.front(security, identity);
    assertThat(send(security, front)).isEqualTo(new SendResult.Failed("tls", null));
    assertThat(relay.mailbox()).isEmpty();
    assertThat(relay.alerts).extracting(Alert::rule).containsExactly("notify.smtp-tls");
  }

  @Test
  void control_without_the_check_of_identity_the_wrong_name_is_accepted() throws Exception {
    SmtpFront front = relay.front(SmtpSecurity.STARTTLS, Identity.WRONG_NAME);
    SmtpSettings settings = settings(SmtpSecurity.STARTTLS, front).build();
    sendWith(settings, "mail.smtp.ssl.checkserveridentity", "false");
    assertThat(relay.mailbox()).hasSize(1);
  }

  @Test
  void control_who_trusts_the_self_signed_certificate_is_answered() {
    SmtpFront front = relay.front(SmtpSecurity.STARTTLS, Identity.SELF_SIGNED);
    SmtpSettingsBuilder trusting =
        settings(SmtpSecurity.STARTTLS, front)
            .trust(Identity.trusting(Identity.SELF_SIGNED.alias()));
    assertThat(relay.channel(trusting).send(Relay.message("booking-1")))
        .isInstanceOf(SendResult.Sent.class);
  }

  @Test
  void a_relay_that_offers_no_tls_gets_nothing() {
    SmtpFront front = relay.front();
    assertThat(send(SmtpSecurity.STARTTLS, front))
        .isEqualTo(new SendResult.Failed("tls-not-offered", null));
    assertThat(relay.mailbox()).isEmpty();
    assertThat(relay.alerts).extracting(Alert::rule).containsExactly("notify.smtp-tls-not-offered");
  }

  @Test
  void control_where_starttls_is_not_required_a_downgraded_relay_reads_all() throws Exception {
    SmtpFront front = relay.front();
    SmtpSettings settings = settings(SmtpSecurity.STARTTLS, front).build();
    sendWith(settings, "mail.smtp.starttls.required", "false");
    assertThat(relay.mailbox()).hasSize(1);
    assertThat(front.encrypted()).isZero();
  }

  /** As the channel does, but for one setting. */
  private static void sendWith(SmtpSettings settings, String name, String value) throws Exception {
    ScheduledExecutorService deadlines = Executors.newScheduledThreadPool(1);
    try {
      Properties properties = MailProperties.of(settings, deadlines);
      properties.setProperty(name, value);
      SmtpConnection connection = new SmtpConnection(Session.getInstance(properties), settings);
      connection.connect("localhost", settings.port(), null, null);
      MimeMessage message = new EmailMessage("x@acme.example");
      message.setFrom("tickets@acme.example");
      message.setText("Thank you.");
      message.saveChanges();
      connection.sendMessage(message, new Address[] {new InternetAddress(Relay.TO)});
      connection.discard();
    } finally {
      deadlines.shutdownNow();
    }
  }

  @Test
  void an_unprotected_connection_must_be_asked_for_by_the_relays_name() {
    assertThat(relay.channel(Relay.plain(relay.port())).send(Relay.message("booking-1")))
        .isInstanceOf(SendResult.Sent.class);
    assertThatThrownBy(() -> SmtpSettings.builder("smtp.example").plainTo("localhost"))
        .isInstanceOf(InvalidRequestException.class);
  }

  @Test
  void a_password_never_goes_unprotected_to_another_machine() {
    Secret password = Secret.of("pa55-planted");
    SmtpSettingsBuilder builder =
        SmtpSettings.builder("smtp.example").plainTo("smtp.example").signIn("acme", password);
    assertThatThrownBy(builder::build)
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("pa55");
    assertThat(SmtpSettings.builder("localhost").plainTo("localhost").signIn("acme", password))
        .extracting(SmtpSettingsBuilder::build)
        .asString()
        .doesNotContain("acme", "pa55");
  }
}
