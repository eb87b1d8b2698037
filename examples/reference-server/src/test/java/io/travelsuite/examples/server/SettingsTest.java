package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.examples.server.message.MailServer;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.notify.email.SmtpSecurity;
import io.travelsuite.security.Profile;
import io.travelsuite.security.readiness.MailSetup;
import io.travelsuite.security.readiness.ReadinessReport;
import io.travelsuite.security.secret.MissingSecretsException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a start is told, and which are refused. */
class SettingsTest {

  private static final String PASSWORD = "pa55-that-nobody-should-see";

  private static Map<String, String> production() {
    return new HashMap<>(
        Map.of(
            "TRAVEL_ENV", "production",
            "TRAVEL_JDBC_URL", "jdbc:mysql://db.example/travel?sslMode=VERIFY_IDENTITY",
            "TRAVEL_DB_USER", "travel_app",
            "TRAVEL_ORIGIN", "https://shop.example",
            "TRAVEL_HOSTS", "shop.example, www.shop.example",
            "TRAVEL_PROXIES", "10.0.0.0/8",
            "TRAVEL_SIGNING_KEY", StaffDoor.chance(32),
            "TRAVEL_METRICS_TOKEN", StaffDoor.chance(32),
            "TRAVEL_TICKET_KEY", TicketKeys.newSecret().text(),
            "DATABASE_PASSWORD", PASSWORD));
  }

  @Test
  void without_anything_it_is_a_server_for_this_machine() {
    Settings settings = Settings.of(Map.of("PORT", "8123"));
    assertThat(settings.profile()).isEqualTo(Profile.DEVELOPMENT);
    assertThat(settings.web().listening().bind()).isEqualTo("127.0.0.1");
    assertThat(settings.web().listening().port()).isEqualTo(8123);
    assertThat(settings.running().demo()).isTrue();
  }

  @Test
  void production_behind_a_proxy_is_taken() {
    Settings settings = Settings.of(production());
    assertThat(settings.profile()).isEqualTo(Profile.PRODUCTION);
    assertThat(settings.web().naming().hosts()).containsExactly("shop.example", "www.shop.example");
    assertThat(settings.running().demo()).isFalse();
    assertThat(settings.toString()).doesNotContain(PASSWORD);
  }

  @Test
  void all_secrets_that_are_missing_are_named_at_once_and_no_value() {
    Map<String, String> environment = production();
    environment.remove("TRAVEL_SIGNING_KEY");
    environment.remove("TRAVEL_METRICS_TOKEN");
    environment.put("TRAVEL_TLS_KEYSTORE", "server.p12");
    assertThatThrownBy(() -> Settings.of(environment))
        .isInstanceOf(MissingSecretsException.class)
        .hasMessageContaining("TRAVEL_SIGNING_KEY")
        .hasMessageContaining("TRAVEL_METRICS_TOKEN")
        .hasMessageContaining("TRAVEL_TLS_PASSWORD")
        .hasMessageNotContaining(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRAVEL_PROXIES",
        "TRAVEL_JDBC_URL",
        "TRAVEL_DB_USER",
        "TRAVEL_ORIGIN",
        "TRAVEL_HOSTS"
      })
  void production_without_one_of_these_is_refused(String name) {
    Map<String, String> environment = production();
    environment.remove(name);
    assertThatThrownBy(() -> Settings.of(environment)).isInstanceOf(InvalidRequestException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRAVEL_ENV=staging",
        "TRAVEL_ORIGIN=http://shop.example",
        "PORT=none",
        "TRAVEL_ERASURE_JOURNAL=erasures",
        "TRAVEL_TLS_KEY=key.pem",
        "TRAVEL_MAIL_FROM=tickets@shop.example",
        "TRAVEL_SMTP_HOST=mail.shop.example",
        "TRAVEL_JDBC_URL=jdbc:mysql://u:pa55-that-nobody-should-see@db.example/travel",
        "TRAVEL_JDBC_URL=jdbc:mysql://db.example/travel?password=pa55-that-nobody-should-see"
      })
  void what_cannot_be_meant_is_refused_without_a_secret(String line) {
    Map<String, String> environment = production();
    int equals = line.indexOf('=');
    environment.put(line.substring(0, equals), line.substring(equals + 1));
    assertThatThrownBy(() -> Settings.of(environment))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("pa55");
  }

  private static MailServer mail(Map<String, String> environment) {
    environment.put("TRAVEL_MAIL_FROM", "tickets@shop.example");
    return Settings.of(environment).running().outside().mail();
  }

  @Test
  void mails_go_out_by_tls_and_in_the_clear_to_a_developers_own_machine_alone() {
    Map<String, String> environment = production();
    assertThat(Settings.of(environment).running().outside().mail()).isNull();
    environment.put("TRAVEL_SMTP_HOST", "mail.shop.example");
    assertThat(mail(environment).smtp().security()).isEqualTo(SmtpSecurity.STARTTLS);
    assertThat(mail(environment).smtp().heloName()).isEqualTo("shop.example");
    environment.put("TRAVEL_SMTP_PORT", "465");
    assertThat(mail(environment).smtp().security()).isEqualTo(SmtpSecurity.TLS);
    environment.put("TRAVEL_SMTP_HOST", "localhost");
    environment.put("TRAVEL_SMTP_PORT", "1025");
    Settings settings = Settings.of(environment);
    MailSetup setup = new Description(settings, Stated.read(null)).deployment(List.of()).mail();
    assertThat(setup.encryption()).isEqualTo(MailSetup.Encryption.STARTTLS_REQUIRED);
    assertThat(settings.rehearsal().running().outside().mail()).isNull(); // tells nobody
    Map<String, String> developers = new HashMap<>();
    developers.put("TRAVEL_SMTP_HOST", "localhost");
    developers.put("TRAVEL_SMTP_PORT", "1025");
    assertThat(mail(developers).smtp().security()).isEqualTo(SmtpSecurity.PLAIN);
  }

  @Test
  void who_signs_in_at_the_mail_server_has_a_password_and_it_is_not_told() {
    Map<String, String> environment = production();
    environment.put("TRAVEL_SMTP_HOST", "mail.shop.example");
    environment.put("TRAVEL_SMTP_USER", "shop");
    assertThatThrownBy(() -> mail(environment)).hasMessageContaining("SMTP_PASSWORD");
    environment.put("SMTP_PASSWORD", PASSWORD);
    assertThat(mail(environment).smtp().user()).isEqualTo("shop");
    assertThat(Settings.of(environment).toString()).doesNotContain(PASSWORD);
  }

  @Test
  void new_secrets_are_good_ones_and_no_two_the_same() {
    String one = printed("keygen");
    String two = printed("keygen");
    assertThat(one).isNotEqualTo(two);
    assertThat(one.lines())
        .hasSize(5)
        .allSatisfy(line -> assertThat(line.length()).isGreaterThan(60));
    Map<String, String> environment = production();
    one.lines()
        .forEach(
            line -> environment.put(line.split("=", 2)[0], line.substring(line.indexOf('=') + 1)));
    assertThatThrownBy(() -> Settings.of(environment)) // who is sealed may want to be erased
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("TRAVEL_ERASURE_JOURNAL");
    environment.put("TRAVEL_ERASURE_JOURNAL", "erasures");
    Settings settings = Settings.of(environment);
    assertThat(settings.secrets().known()).hasSize(6);
    assertThat(settings.personKeys()).isPresent();
    assertThat(Settings.of(production()).personKeys()).isEmpty();
  }

  @Test
  void what_no_command_is_called_is_wrong() {
    assertThat(ReferenceServer.run(List.of("dance"), new PrintStream(new ByteArrayOutputStream())))
        .isEqualTo(Command.WRONG);
    assertThat(printed("--help")).contains("serve", "doctor", "migrate");
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        ReferenceServer.run(
            List.of(arguments), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(Command.OK);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_doctor_names_what_is_wrong_within_five_seconds_and_no_secret(@TempDir Path folder) {
    Map<String, String> environment = production();
    environment.put("TRAVEL_JDBC_URL", "jdbc:mysql://127.0.0.1:1/travel?connectTimeout=500");
    environment.remove("TRAVEL_PROXIES");
    ServerIdentity.create(folder, "doctor");
    environment.put("TRAVEL_TLS_KEYSTORE", folder.resolve("doctor.p12").toString());
    environment.put("TRAVEL_TLS_PASSWORD", ServerIdentity.PASSWORD);
    environment.put("TRAVEL_SMTP_HOST", "127.0.0.1");
    environment.put("TRAVEL_SMTP_PORT", "1");
    environment.put("TRAVEL_MAIL_FROM", "tickets@shop.example");
    long start = System.nanoTime();
    ReadinessReport report = Doctor.report(Settings.of(environment));
    assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    assertThat(report.exitCode(false)).isEqualTo(2);
    assertThat(report.text())
        .contains(
            "probe.database", "db.url-tls", "backup", "attest.firewall", "probe.mail", "mail.from")
        .doesNotContain(PASSWORD, environment.get("TRAVEL_SIGNING_KEY"));
    assertThat(report.json()).doesNotContain(PASSWORD);
  }
}
