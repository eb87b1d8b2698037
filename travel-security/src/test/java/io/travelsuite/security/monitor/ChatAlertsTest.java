package io.travelsuite.security.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.InvalidRequestException;
import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.secret.FakeServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a chat behind a socket. */
class ChatAlertsTest {

  private static final Alert ALERT =
      new Alert("outbox.stuck", Alert.Severity.WARNING, "mails", "12 \"events\"\nwait");

  private final List<String> bodies = new ArrayList<>();
  private int status = 200;
  private FakeServer server;
  private ChatAlerts chat;

  @BeforeEach
  void open() throws IOException {
    server =
        new FakeServer(
            (request, body) -> {
              bodies.add(request.getRequestHeaders().getFirst("Content-Type") + " " + body);
              return new FakeServer.Answer(status, "ok");
            });
    chat = new ChatAlerts(HttpClient.newHttpClient(), Secret.of(server.base() + "hooks/x1"));
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static AlertNotice notice(long count) {
    return new AlertNotice(ALERT, count, Instant.EPOCH);
  }

  @Test
  void an_alert_is_a_line_of_text_that_says_how_often_more_it_was_found() throws Exception {
    chat.send(notice(1));
    chat.send(notice(7));

    assertThat(server.asked).containsOnly("POST /hooks/x1").hasSize(2);
    assertThat(bodies).allMatch(body -> body.startsWith("application/json {"));
    assertThat(text(0)).isEqualTo("WARNING outbox.stuck (mails): 12 \"events\"\nwait");
    assertThat(text(1)).isEqualTo(text(0) + ", 7 times more");
  }

  private String text(int number) throws IOException {
    String json = bodies.get(number).substring("application/json ".length());
    return new ObjectMapper().readTree(json).path("text").asText();
  }

  @Test
  void what_is_not_answered_by_2xx_was_not_told_and_the_address_is_not_shown() {
    status = 404;
    assertThatThrownBy(() -> chat.send(notice(1)))
        .isInstanceOf(IOException.class)
        .hasMessage("the chat answers HTTP 404");

    assertThatThrownBy(() -> new ChatAlerts(HttpClient.newHttpClient(), Secret.of("slack/x1")))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageNotContaining("x1");
  }
}
