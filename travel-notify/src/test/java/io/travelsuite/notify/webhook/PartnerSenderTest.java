package io.travelsuite.notify.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.secret.Secret;
import java.net.http.HttpHeaders;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against a real HTTPS server; what comes is checked by the standard's own library. */
class PartnerSenderTest {

  private static TestCertificate certificate;

  private final Partner partner = new Partner();
  private PartnerServer server;

  @BeforeAll
  static void certify(@TempDir Path folder) {
    certificate = TestCertificate.create(folder);
  }

  @BeforeEach
  void open() {
    server = PartnerServer.start(certificate.context());
  }

  @AfterEach
  void close() {
    server.close();
  }

  private SendResult send(SigningKeys keys) {
    return partner
        .sender(partner.egress(certificate, server.port()))
        .send(partner.delivery(server.port(), keys));
  }

  private static void verify(Secret secret, PartnerServer.Request request)
      throws WebhookVerificationException {
    new Webhook(secret.text())
        .verify(request.body(), HttpHeaders.of(request.headers(), (name, value) -> true));
  }

  private boolean accepts(Secret secret, PartnerServer.Request request) {
    try {
      verify(secret, request);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    }
  }

  @Test
  void it_is_signed_so_that_the_standards_own_library_takes_it() throws Exception {
    assertThat(send(SigningKeys.FIRST)).isEqualTo(new SendResult.Sent(null));

    PartnerServer.Request request = server.requests().get(0);
    verify(partner.secret(1), request);
    assertThat(accepts(partner.secret(2), request)).isFalse();
    assertThat(request.path()).isEqualTo("/hooks?tenant=7");
    assertThat(request.header("Host")).isEqualTo(TestCertificate.NAME + ":" + server.port());
    assertThat(request.header("Content-Type")).isEqualTo("application/json");
    assertThat(request.body()).isEqualTo(partner.body());
  }

  @Test
  void the_id_is_the_same_at_every_try_and_another_at_every_endpoint() {
    send(SigningKeys.FIRST);
    send(SigningKeys.FIRST);
    partner
        .sender(partner.egress(certificate, server.port()))
        .send(partner.atAnotherEndpoint(server.port()));

    List<String> ids = server.requests().stream().map(r -> r.header("webhook-id")).toList();
    assertThat(ids.get(0)).matches("msg_[0-9a-f]{32}").isEqualTo(ids.get(1));
    assertThat(ids.get(2)).isNotEqualTo(ids.get(0));
  }

  @Test
  void during_a_rotation_both_secrets_sign_and_after_it_the_new_alone() {
    Instant now = Clock.systemUTC().instant();
    send(new SigningKeys(2, now.plusSeconds(60)));
    send(new SigningKeys(2, now.minusSeconds(1)));

    PartnerServer.Request during = server.requests().get(0);
    PartnerServer.Request after = server.requests().get(1);
    assertThat(during.header("webhook-signature").split(" ")).hasSize(2);
    assertThat(accepts(partner.secret(1), during)).isTrue();
    assertThat(accepts(partner.secret(2), during)).isTrue();
    assertThat(after.header("webhook-signature").split(" ")).hasSize(1);
    assertThat(accepts(partner.secret(1), after)).isFalse();
    assertThat(accepts(partner.secret(2), after)).isTrue();
  }

  @Test
  void without_its_secret_nothing_is_sent() {
    assertThat(send(new SigningKeys(9, null))).isEqualTo(new SendResult.Failed("no-secret", null));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_secret_that_is_none_and_a_vault_that_is_down_are_failures_of_the_endpoint() {
    Egress egress = partner.egress(certificate, server.port());
    PartnerDelivery delivery = partner.delivery(server.port(), SigningKeys.FIRST);
    EndpointSecrets bad = (endpoint, number) -> Optional.of(Secret.of("*not*base64*"));
    EndpointSecrets down =
        (endpoint, number) -> {
          throw new IllegalStateException("vault");
        };

    assertThat(PartnerSender.of(bad, partner.clock(), egress).send(delivery))
        .isEqualTo(new SendResult.Failed("bad-secret", null));
    assertThat(PartnerSender.of(down, partner.clock(), egress).send(delivery))
        .isEqualTo(new SendResult.Failed("no-secret", null));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void the_time_of_the_try_is_the_clocks() {
    send(SigningKeys.FIRST);

    long sent = Long.parseLong(server.requests().get(0).header("webhook-timestamp"));
    assertThat(sent).isEqualTo(partner.clock().instant().getEpochSecond());
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_is_a_failure_and_is_not_followed(int status) {
    String elsewhere = "https://" + TestCertificate.NAME + ":" + server.port() + "/elsewhere";
    server.answers(PartnerServer.Answer.of(status).with("Location", elsewhere));

    assertThat(send(SigningKeys.FIRST)).isEqualTo(new SendResult.Failed("http-" + status, null));
    assertThat(server.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 404, 409, 422, 429, 500, 502, 503, 504})
  void any_other_status_is_a_failure(int status) {
    server.answers(PartnerServer.Answer.of(status));

    assertThat(send(SigningKeys.FIRST)).isEqualTo(new SendResult.Failed("http-" + status, null));
  }

  @Test
  void a_410_says_that_the_partner_wants_no_more() {
    server.answers(PartnerServer.Answer.of(410));

    assertThat(send(SigningKeys.FIRST)).isEqualTo(new SendResult.Refused(PartnerSender.GONE));
  }

  @Test
  void retry_after_is_heeded_up_to_a_day() {
    server.answers(PartnerServer.Answer.of(503).with("Retry-After", "120"));
    assertThat(send(SigningKeys.FIRST))
        .isEqualTo(new SendResult.Failed("http-503", Duration.ofMinutes(2)));
    server.answers(PartnerServer.Answer.of(429).with("Retry-After", "999999999"));
    assertThat(send(SigningKeys.FIRST))
        .isEqualTo(new SendResult.Failed("http-429", Duration.ofDays(1)));
  }

  @Test
  void retry_after_may_be_a_date_and_what_is_neither_is_none() {
    Instant now = Instant.parse("2026-11-06T08:49:00Z");
    Map<String, Duration> fields =
        Map.of("Fri, 06 Nov 2026 08:49:37 GMT", Duration.ofSeconds(37), "5", Duration.ofSeconds(5));
    fields.forEach(
        (field, wait) -> assertThat(PartnerSender.retryAfter(field, now)).isEqualTo(wait));
    for (String none : List.of("", "-5", "0", "soon", "1e9", "Fri, 06 Nov 2020 08:49:37 GMT")) {
      assertThat(PartnerSender.retryAfter(none, now)).as(none).isNull();
    }
  }

  @Test
  void a_body_over_64_KiB_is_refused_and_not_sent() {
    assertThat(
            partner
                .sender(partner.egress(certificate, server.port()))
                .send(partner.large(server.port())))
        .isEqualTo(new SendResult.Refused(PartnerSender.TOO_LARGE));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void a_url_that_was_allowed_once_and_is_no_more_is_not_called() {
    PartnerSender sender = partner.sender(partner.egress(certificate, 443));

    assertThat(sender.send(partner.delivery(server.port(), SigningKeys.FIRST)))
        .isEqualTo(new SendResult.Failed("url-refused", null));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void no_text_form_shows_a_secret_a_body_or_a_path() {
    PartnerDelivery delivery = partner.delivery(server.port(), SigningKeys.FIRST);

    assertThat(delivery + " " + delivery.endpoint())
        .doesNotContain("tenant", "booking.confirmed\"", partner.secret(1).text());
  }
}
