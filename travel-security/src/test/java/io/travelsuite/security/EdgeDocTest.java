package io.travelsuite.security;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.event.AlertRule;
import io.travelsuite.security.event.EventField;
import io.travelsuite.security.event.LoggedEvents;
import io.travelsuite.security.event.SecurityEventType;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.event.SecurityWatch;
import io.travelsuite.security.input.Checked;
import io.travelsuite.security.input.FieldRule;
import io.travelsuite.security.input.InputRules;
import io.travelsuite.security.input.Violations;
import io.travelsuite.security.log.Contacts;
import io.travelsuite.security.log.RedactingEncoder;
import io.travelsuite.security.log.RedactionPolicy;
import io.travelsuite.security.log.Redactor;
import io.travelsuite.security.secret.DotEnvFile;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.web.CorsAnswer;
import io.travelsuite.security.web.CorsPolicy;
import io.travelsuite.security.web.CorsRequest;
import io.travelsuite.security.web.HostAllowList;
import io.travelsuite.security.web.HostHeaders;
import io.travelsuite.security.web.HttpsRedirect;
import io.travelsuite.security.web.SecurityHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The samples of docs/edge.md, which are run here and compared with it line by line. */
class EdgeDocTest {

  private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private final Clock clock = new SteppingClock();
  private final List<Alert> told = new ArrayList<>();
  private final AlertSink alerts = told::add;

  @Test
  void requests_are_judged_as_the_text_says() {
    String method = "GET";
    String origin = "https://partner.example";
    boolean secure = true;
    Map<String, String> response = new HashMap<>();
    HostAllowList hosts = HostAllowList.of("shop.example", "www.shop.example");
    HttpsRedirect https = HttpsRedirect.to("shop.example", "/health");
    CorsPolicy cors =
        CorsPolicy.origins("https://partner.example")
            .ownSites("https://shop.example")
            .headers("Content-Type", "Idempotency-Key")
            .withCredentials()
            .build();
    CorsAnswer answer = cors.answer(CorsRequest.of(method, origin));
    answer.headers().forEach(response::put);
    SecurityHeaders.forApi().headers(secure).forEach(response::put);
    int status = answer instanceof CorsAnswer.Refused ? 403 : 200;
    assertThat(status).isEqualTo(200);
    assertThat(response).containsKeys("Vary", "Content-Security-Policy");
    assertThat(hosts.check(HostHeaders.of("shop.example"))).isPresent();
    assertThat(https.locationOf(false, "/a")).contains("https://shop.example/a");
  }

  @Test
  void input_is_checked_as_the_text_says() {
    Map<String, Object> input = Map.of("name", "Ann");
    InputRules rules =
        InputRules.empty()
            .required("name", FieldRule.name())
            .required("email", FieldRule.email())
            .optional("phone", FieldRule.phone())
            .optional("note", FieldRule.lines(0, 500));
    Checked checked = rules.check(input);
    String body = checked instanceof Violations wrong ? wrong.problem() : "booked";
    assertThat(body).contains("#/email");
    assertThat(rules.schemaDocument()).contains("2020-12");
  }

  @Test
  void secrets_and_logs_are_set_up_as_the_text_says() {
    Map<String, String> environment = Map.of("DATABASE_PASSWORD", "p", "TRAVEL_SIGNING_KEY", "k");
    Secrets secrets =
        Secrets.builder(clock)
            .source(new EnvironmentSecrets(environment))
            .source(DotEnvFile.load(Path.of(".env"), Profile.DEVELOPMENT))
            .require("DATABASE_PASSWORD", "TRAVEL_SIGNING_KEY")
            .alerts(alerts)
            .build();
    Secret password = secrets.get("DATABASE_PASSWORD").current();
    assertThat(password.text()).isEqualTo("p");
    LoggerContext context = new LoggerContext();
    RedactionPolicy policy =
        new RedactionPolicy(Contacts.HIDDEN, Contacts.HIDDEN, Set.of("voucher"), secrets::known);
    context.putObject(RedactingEncoder.CONTEXT_KEY, new Redactor(policy));
    assertThat(context.getObject(RedactingEncoder.CONTEXT_KEY)).isNotNull();
  }

  @Test
  void events_are_told_as_the_text_says() {
    SecurityWatch watch = new SecurityWatch(AlertRule.DEFAULTS, 10_000, alerts);
    SecurityEvents events = new SecurityEvents(clock, List.of(new LoggedEvents(), watch));
    events.tell(SecurityEventType.LOGIN_FAIL, Map.of(EventField.USER, "u-17"));
    assertThat(events.counts()).containsEntry(SecurityEventType.LOGIN_FAIL, 1L);
  }

  @Test
  void every_sample_of_the_text_is_here() {
    Path module = Repository.root().resolve("travel-security");
    Path here = module.resolve("src/test/java/io/travelsuite/security/EdgeDocTest.java");
    String source = stripped(Repository.read(here));
    String text = Repository.read(Repository.root().resolve("docs/edge.md"));
    List<String> samples =
        SAMPLE.matcher(text).results().map(sample -> stripped(sample.group(1))).toList();
    assertThat(samples).hasSize(6).allMatch(source::contains);
  }

  private static String stripped(String text) {
    return text.replaceAll("\\s+", "");
  }
}
