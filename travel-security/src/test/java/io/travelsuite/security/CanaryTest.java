package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import io.travelsuite.alert.Alert;
import io.travelsuite.booking.Customer;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.event.EventField;
import io.travelsuite.security.event.LoggedEvents;
import io.travelsuite.security.event.SecurityEvent;
import io.travelsuite.security.event.SecurityEventType;
import io.travelsuite.security.input.FieldRule;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.input.Violations;
import io.travelsuite.security.secret.AwsCredentials;
import io.travelsuite.security.secret.AwsSecrets;
import io.travelsuite.security.secret.DatabaseUrl;
import io.travelsuite.security.secret.DotEnvFile;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.secret.VaultSecrets;
import io.travelsuite.security.web.ContentSecurityPolicy;
import io.travelsuite.security.web.CorsPolicy;
import io.travelsuite.security.web.CorsRequest;
import io.travelsuite.security.web.HostAllowList;
import io.travelsuite.security.web.HostHeaders;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Plants secrets at every guard and looks for them in every log (at level TRACE and with a plain
 * encoder: what the library itself would write), exception with its causes, and text form.
 */
class CanaryTest {

  private static final String CANARY = "canary-7f3a";
  private static final String CARD = "4242424242424242";

  private final ByteArrayOutputStream logs = new ByteArrayOutputStream();
  private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final List<String> seen = new ArrayList<>();
  private final SteppingClock clock = new SteppingClock();
  @TempDir private Path folder;

  @BeforeEach
  void listen() {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(root.getLoggerContext());
    encoder.setPattern("%logger %msg %kvp%n%xEx");
    encoder.start();
    appender.setContext(root.getLoggerContext());
    appender.setEncoder(encoder);
    appender.setOutputStream(logs);
    appender.start();
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
  }

  @AfterEach
  void leave() {
    root.detachAppender(appender);
    root.setLevel(before);
  }

  /** What comes of it: its text form, or its exception with all causes. */
  private void run(Callable<?> planted) {
    try {
      seen.add(String.valueOf(planted.call()));
    } catch (Exception refused) {
      StringWriter trace = new StringWriter();
      refused.printStackTrace(new PrintWriter(trace));
      seen.add(trace.toString());
    }
  }

  private String everything() {
    return String.join("\n", seen) + logs.toString(StandardCharsets.UTF_8);
  }

  @Test
  void a_secret_at_any_source_is_nowhere() throws Exception {
    Secret secret = Secret.of(CANARY);
    URI nobody = URI.create("http://localhost:1/");
    HttpClient client = HttpClient.newHttpClient();
    Files.writeString(folder.resolve(".env"), "A = " + CANARY);
    run(() -> secret);
    run(() -> new VaultSecrets(client, nobody, "secret/a", () -> secret).find("A"));
    Secret broken = Secret.of(CANARY + "\n" + CANARY);
    run(() -> new VaultSecrets(client, nobody, "secret/a", () -> broken).find("A"));
    AwsSecrets.Place place = new AwsSecrets.Place(nobody, "eu-central-1", "");
    AwsCredentials credentials = new AwsCredentials("id", secret, secret);
    run(() -> credentials);
    run(() -> new AwsSecrets(client, place, () -> credentials, clock).find("A"));
    run(() -> DotEnvFile.load(folder.resolve(".env"), Profile.DEVELOPMENT));
    run(() -> new EnvironmentSecrets(Map.of("A", CANARY, "A_FILE", CANARY)).find("A"));
    run(() -> new EnvironmentSecrets(Map.of("A_FILE", CANARY)).find("A"));
    EnvironmentSecrets environment = new EnvironmentSecrets(Map.of("A", CANARY));
    run(() -> environment.find("A"));
    run(() -> Secrets.builder(clock).source(environment).require("A", "B").build());
    run(() -> Secrets.builder(clock).source(environment).require("A").build().get("A"));
    run(() -> DatabaseUrl.withoutPassword("jdbc:mysql://app:" + CANARY + "@db/x"));
    AwsCredentials odd = new AwsCredentials("id", secret, broken);
    run(() -> new AwsSecrets(client, place, () -> odd, clock).find("A"));
    assertThat(seen).hasSize(13);
    assertThat(everything()).doesNotContain(CANARY);
  }

  @Test
  void a_secret_or_card_in_any_input_is_nowhere() {
    InputRules rules =
        InputRules.empty().required("name", FieldRule.name()).required("mail", FieldRule.email());
    Map<String, Object> hostile = Map.of("name", CARD, "mail", CANARY, "extra", CANARY);
    run(() -> rules.check(hostile));
    run(() -> ((Violations) rules.check(hostile)).problem());
    run(() -> rules.check(Map.of("name", CANARY, "mail", "a@" + CANARY + ".example")));
    run(() -> Customer.of("card " + CARD, "a@b.example"));
    run(() -> new Alert("rule", Alert.Severity.NOTICE, "card " + CARD, CARD));
    run(
        () ->
            CorsPolicy.origins("https://a.example")
                .build()
                .answer(CorsRequest.of("GET", "https://" + CANARY)));
    run(() -> HostAllowList.of("a.example").check(HostHeaders.of(CANARY)));
    run(() -> ContentSecurityPolicy.forPages(CANARY + "!"));
    Map<EventField, String> fields =
        Map.of(EventField.REASON, "token=" + CANARY, EventField.USER, CARD);
    SecurityEvent event = new SecurityEvent(SecurityEventType.INPUT_FAIL, clock.instant(), fields);
    run(() -> event + event.json());
    new LoggedEvents().accept(event);
    assertThat(seen).hasSize(9);
    assertThat(logs.toString(StandardCharsets.UTF_8)).contains("input_validation_fail");
    assertThat(everything()).doesNotContain(CANARY, CARD);
  }

  @Test
  void control_what_is_logged_or_thrown_is_seen() {
    run(
        () -> {
          throw new IllegalStateException("x", new IllegalStateException("marked-thrown"));
        });
    LoggerFactory.getLogger("a.host").debug("it is {}", "marked-logged");
    assertThat(everything()).contains("marked-thrown", "marked-logged");
  }
}
