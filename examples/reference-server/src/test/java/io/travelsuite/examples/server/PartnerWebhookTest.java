package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.travelsuite.Mode;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.StandardWebhooksVerifier;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.Permissions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What partners are told of what happens. */
class PartnerWebhookTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String PARTNERS = "/api/office/partners";
  private static WiredFixture fixture;

  @BeforeAll
  static void start() {
    fixture = WiredFixture.shared();
  }

  private static String wanted(String path) {
    return "{\"url\":\"%s\",\"types\":[\"booking.*\"]}".formatted(fixture.hooks.url(path));
  }

  private static JsonNode register(String path) {
    return fixture.manager.post(PARTNERS, wanted(path)).done(201);
  }

  private static String at(JsonNode partner, String action) {
    return PARTNERS + "/" + partner.path("id").asText() + "/" + action;
  }

  private static Verification judged(WebhookRequest came, String secret) {
    return new StandardWebhooksVerifier(
            VerifierSettings.of("partner", Settings.MACHINE, Secret.of(secret))
                .modeUnlessSaid(Mode.TEST))
        .verify(came);
  }

  /** The webhook of a booking's confirmation, once it came. */
  private static WebhookRequest confirmation(String path, String booking) {
    return await().atMost(SOON).until(() -> found(path, booking), all -> all.size() == 1).get(0);
  }

  private static List<WebhookRequest> found(String path, String booking) {
    return fixture.hooks.came(path).stream()
        .filter(one -> text(one).contains(booking) && text(one).contains("booking.confirmed"))
        .toList();
  }

  private static String text(WebhookRequest came) {
    return new String(came.body(), StandardCharsets.UTF_8);
  }

  @Test
  void a_booking_is_told_to_a_partner_who_believes_it_by_its_signature() {
    JsonNode partner = register("/first");
    String secret = partner.path("secret").asText();
    assertThat(secret).startsWith("whsec_");

    WebhookRequest came = confirmation("/first", fixture.booked());

    assertThat(judged(came, secret)).isInstanceOf(Verified.class);
    assertThat(text(came)).doesNotContain("Ana Lima", "price");
    JsonNode listed = fixture.manager.get(PARTNERS).done(200);
    assertThat(listed.toString()).contains(fixture.hooks.url("/first")).doesNotContain("whsec_");
  }

  @Test
  void control_by_another_partners_secret_nothing_is_believed() {
    String other = register("/second").path("secret").asText();
    register("/third");

    assertThat(judged(confirmation("/third", fixture.booked()), other))
        .isInstanceOf(Rejected.class);
  }

  @Test
  void a_secret_is_told_once_and_kept_by_nobody_in_the_clear() throws SQLException {
    String key = UUID.randomUUID().toString();
    JsonNode first = fixture.manager.post(PARTNERS, wanted("/once"), key).done(201);
    JsonNode again = fixture.manager.post(PARTNERS, wanted("/once"), key).done(201);
    JsonNode other = fixture.manager.post(PARTNERS, wanted("/once")).done(201);

    assertThat(again.has("secret")).isFalse();
    assertThat(other.has("secret")).isFalse();
    assertThat(other.path("id")).isEqualTo(first.path("id")).isEqualTo(again.path("id"));
    String secret = first.path("secret").asText().substring("whsec_".length());
    assertThat(stored("SELECT wrapped FROM server_partner_secret")).isNotEmpty();
    assertThat(stored("SELECT wrapped FROM server_partner_secret")).doesNotContain(secret);
    assertThat(stored("SELECT outcome FROM travel_idempotency"))
        .doesNotContain(secret)
        .doesNotContain(
            Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private static String stored(String sql) throws SQLException {
    StringBuilder all = new StringBuilder();
    try (Connection connection = fixture.server.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        all.append(rows.getString(1)).append('\n');
      }
    }
    return all.toString();
  }

  @Test
  void who_is_paused_is_told_nothing_until_they_are_not() {
    JsonNode partner = register("/paused");
    register("/beside");
    String paused =
        fixture.manager.post(at(partner, "pause"), "{}").done(200).path("paused").asText();
    assertThat(paused).isNotBlank();

    String missed = fixture.booked();
    confirmation("/beside", missed); // by then it was handed over to all who want it
    fixture.manager.post(at(partner, "resumption"), "{}").done(200);

    confirmation("/paused", fixture.booked());
    assertThat(found("/paused", missed)).isEmpty();
  }

  @Test
  void while_a_secret_is_changed_both_are_good_and_afterwards_one() {
    JsonNode partner = register("/rotated");
    String old = partner.path("secret").asText();
    JsonNode rotated = fixture.manager.post(at(partner, "rotation"), "{}").done(200);
    String next = rotated.path("secret").asText();
    assertThat(rotated.path("secretNumber").asInt()).isEqualTo(2);

    WebhookRequest came = confirmation("/rotated", fixture.booked());
    assertThat(judged(came, old)).isInstanceOf(Verified.class);
    assertThat(judged(came, next)).isInstanceOf(Verified.class);

    JsonNode leaked =
        fixture.manager.post(at(partner, "rotation"), "{\"overlapHours\":0}").done(200);
    WebhookRequest later = confirmation("/rotated", fixture.booked());
    assertThat(judged(later, leaked.path("secret").asText())).isInstanceOf(Verified.class);
    assertThat(judged(later, next)).isInstanceOf(Rejected.class);
  }

  @Test
  void what_was_given_up_is_sent_once_more_with_the_same_id() {
    fixture.hooks.answers("/gone", 410);
    JsonNode partner = register("/gone");
    fixture.booked();
    await().atMost(SOON).until(() -> undelivered(partner).isObject());
    String first = ids("/gone").get(0);

    fixture.hooks.answers("/gone", 204);
    replay(partner, undelivered(partner).path("event").asText()).done(200);
    fixture.manager.post(at(partner, "resumption"), "{}").done(200);

    await()
        .atMost(SOON)
        .until(() -> ids("/gone").stream().filter(first::equals).count(), count -> count == 2);
    replay(partner, UUID.randomUUID().toString()).refused(404, "no-such-delivery");
  }

  private static ApiReply replay(JsonNode partner, String event) {
    return fixture.manager.post(at(partner, "replays"), "{\"event\":\"" + event + "\"}");
  }

  private static JsonNode undelivered(JsonNode partner) {
    for (JsonNode one : fixture.manager.get(PARTNERS + "/undelivered").done(200).path("items")) {
      if (one.path("partner").equals(partner.path("id"))) {
        return one;
      }
    }
    return MissingNode.getInstance();
  }

  private static List<String> ids(String path) {
    return fixture.hooks.came(path).stream()
        .map(came -> came.headers("webhook-id").get(0))
        .toList();
  }

  @Test
  void where_it_must_not_go_nobody_is_registered_and_not_everybody_registers() {
    for (String url : List.of("http://a.example/x", "https://127.0.0.1/x", "https://u@a.example")) {
      fixture
          .manager
          .post(PARTNERS, "{\"url\":\"%s\",\"types\":[\"*\"]}".formatted(url))
          .refused(422, "invalid-fields");
    }
    fixture
        .client("shop-app", Set.of(Permissions.PLATFORM_MAINTAIN)) // a token without a role
        .post(PARTNERS, wanted("/stranger"))
        .refused(403, "not-permitted");
    fixture
        .manager
        .post(PARTNERS + "/" + UUID.randomUUID() + "/pause", "{}")
        .refused(404, "no-such-partner");
  }
}
