package io.travelsuite.notify.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpServer;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.notify.webhook.StandardSignature;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server, whose requests the standard's own library checks. */
class AlertWebhookTest {

  private record Request(Map<String, List<String>> headers, String body) {

    HttpHeaders fields() {
      return HttpHeaders.of(headers, (name, value) -> true);
    }

    String id() {
      return fields().firstValue("webhook-id").orElse("");
    }
  }

  private final Secret secret = StandardSignature.newSecret();
  private final Clock clock = Clock.fixed(Clock.systemUTC().instant(), java.time.ZoneOffset.UTC);
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger(204);
  private final Alert alert =
      new Alert("payment.pattern", Alert.Severity.CRITICAL, "card \"x\"", "Look at it,\nnow.");
  private HttpServer server;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          requests.add(new Request(Map.copyOf(exchange.getRequestHeaders()), body));
          exchange.sendResponseHeaders(status.get(), -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private AlertWebhook webhook() {
    int port = server.getAddress().getPort();
    Egress egress =
        Egress.DEFAULT
            .ports(Set.of(port))
            .resolver(host -> List.of(InetAddress.getLoopbackAddress()))
            .addresses(address -> null)
            .plainToo();
    return AlertWebhook.to(
        URI.create("http://pager.example:" + port + "/on"), secret, clock, egress);
  }

  private AlertNotice notice(long count) {
    return new AlertNotice(alert, count, clock.instant());
  }

  @Test
  void an_alert_is_posted_and_signed_so_that_the_standards_own_library_takes_it() throws Exception {
    webhook().send(notice(1));
    webhook().send(notice(3));

    Request first = requests.get(0);
    new Webhook(secret.text()).verify(first.body(), first.fields());
    assertThatThrownBy(
            () ->
                new Webhook(StandardSignature.newSecret().text())
                    .verify(first.body(), first.fields()))
        .isNotNull(); // control: by another secret it is not
    JsonNode body = new ObjectMapper().readTree(first.body());
    assertThat(body.path("type").asText()).isEqualTo("alert.found");
    assertThat(body.at("/data/subject").asText()).isEqualTo(alert.subject());
    assertThat(body.at("/data/text").asText()).isEqualTo(alert.text());
    JsonNode again = new ObjectMapper().readTree(requests.get(1).body());
    assertThat(again.path("type").asText()).isEqualTo("alert.repeated");
    assertThat(again.at("/data/count").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_not_taken_is_an_exception_and_comes_again_under_the_same_id() {
    status.set(503);
    assertThatThrownBy(() -> webhook().send(notice(1)))
        .isInstanceOf(AlertNotSentException.class)
        .hasMessageContaining("http-503");
    status.set(200);
    assertThatCode(() -> webhook().send(notice(1))).doesNotThrowAnyException();
    webhook().send(notice(2));

    assertThat(requests.get(0).id()).isNotEmpty().isEqualTo(requests.get(1).id());
    assertThat(requests.get(2).id()).isNotEqualTo(requests.get(0).id());
  }

  @Test
  void an_address_that_is_not_allowed_is_refused_at_once() {
    assertThatThrownBy(
            () ->
                AlertWebhook.to(
                    URI.create("http://pager.example/on"), secret, clock, Egress.DEFAULT))
        .isInstanceOf(InvalidRequestException.class);
  }
}
