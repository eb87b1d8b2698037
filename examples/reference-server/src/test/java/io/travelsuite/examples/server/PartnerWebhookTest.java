package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.travelsuite.Mode;
import io.travelsuite.jdbc.JdbcAddressMarks;
import io.travelsuite.jdbc.JdbcSmsJournal;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.notify.address.AddressHashes;
import io.travelsuite.notify.sms.SmsStatus;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.StandardWebhooksVerifier;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.payments.webhook.VerifierSettings;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.Permissions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What partners are told of what happens, and what Twilio tells of messages. */
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

    assertThat(judged(confirmation("/third", fixture.booked()), other)).isInstanceOf(Rejected.class);
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
        .doesNotContain(Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)));
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
    String booking = fixture.booked();
    await()
        .atMost(SOON)
        .until(
            () ->
                fixture
                    .manager
                    .get(PARTNERS + "/undelivered")
                    .done(200)
                    .toString()
                    .contains(partner.path("id").asText()));
    JsonNode dead = undelivered(partner);
    WebhookRequest first = fixture.hooks.came("/gone").get(0);

    fixture.hooks.answers("/gone", 204);
    fixture
        .manager
        .post(at(partner, "replays"), "{\"event\":\"" + dead.path("event").asText() + "\"}")
        .done(200);
    fixture.manager.post(at(partner, "resumption"), "{}").done(200);

    await()
        .atMost(SOON)
        .until(() -> ids("/gone").stream().filter(id -> id.equals(ids(first))).count() == 2);
    fixture
        .manager
        .post(at(partner, "replays"), "{\"event\":\"" + UUID.randomUUID() + "\"}")
        .refused(404, "no-such-delivery");
    assertThat(booking).isNotEmpty();
  }

  private static JsonNode undelivered(JsonNode partner) {
    for (JsonNode one : fixture.manager.get(PARTNERS + "/undelivered").done(200).path("items")) {
      if (one.path("partner").equals(partner.path("id"))) {
        return one;
      }
    }
    throw new AssertionError("nothing was given up");
  }

  private static List<String> ids(String path) {
    return fixture.hooks.came(path).stream().map(PartnerWebhookTest::ids).toList();
  }

  private static String ids(WebhookRequest came) {
    return came.headers("webhook-id").get(0);
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

  private static ApiReply twilio(Map<String, String> form, String signature) {
    String body =
        form.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue().replace("+", "%2B"))
            .collect(Collectors.joining("&"));
    return new ApiClient(fixture.server.address(), "")
        .send(
            "POST",
            "/webhooks/twilio",
            body,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "X-Twilio-Signature",
            signature);
  }

  /** As Twilio signs: the URL, then each name with its value, sorted by name. */
  private static String signed(Map<String, String> form, String token) {
    StringBuilder text = new StringBuilder(fixture.server.address() + "/webhooks/twilio");
    new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] signature = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JdbcTravel travel() {
    return JdbcTravel.builder(fixture.server.dataSource()).build();
  }

  @Test
  void twilio_tells_how_far_a_message_has_got() {
    Map<String, String> form = Map.of("MessageSid", "SMdelivered1", "MessageStatus", "delivered");

    twilio(form, signed(form, WiredFixture.TWILIO_TOKEN)).done(200);

    await()
        .atMost(SOON)
        .until(
            () ->
                JdbcSmsJournal.of(travel())
                    .find("SMdelivered1")
                    .filter(delivery -> delivery.status() == SmsStatus.DELIVERED)
                    .isPresent());
  }

  @Test
  void who_writes_stop_is_written_to_no_more() {
    Map<String, String> form =
        Map.of(
            "MessageSid", "SMstop1", "SmsStatus", "received", "From", "+351912345678", "Body",
            "STOP");
    AddressHashes hashes = AddressHashes.of(Secret.of(fixture.addressKey));

    twilio(form, signed(form, WiredFixture.TWILIO_TOKEN)).done(200);

    await()
        .atMost(SOON)
        .until(
            () ->
                !JdbcAddressMarks.of(travel())
                    .find(Mode.TEST, hashes.hashes("sms", "+351912345678"))
                    .isEmpty());
  }

  @Test
  void control_what_twilio_has_not_signed_is_not_believed() {
    Map<String, String> form = Map.of("MessageSid", "SMforged1", "MessageStatus", "delivered");

    twilio(form, signed(form, "another-token")).refused(400, "webhook-refused");
    twilio(form, "").refused(400, "webhook-refused");

    assertThat(JdbcSmsJournal.of(travel()).find("SMforged1")).isEmpty();
  }
}
