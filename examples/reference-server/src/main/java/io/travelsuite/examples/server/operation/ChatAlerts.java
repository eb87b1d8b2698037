package io.travelsuite.examples.server.operation;

import static io.travelsuite.InvalidRequestException.unless;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * Alerts to a chat's incoming webhook, as a POST of {@code {"text": "…"}}: Slack, Mattermost, Teams
 * and what speaks as they do. Thread-safe.
 *
 * @param client whose connections it uses
 * @param address what the chat gave; who knows it can write there
 */
record ChatAlerts(HttpClient client, Secret address) implements AlertChannel {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  ChatAlerts {
    boolean absolute = address.text().matches("https?://\\S+");
    unless(absolute, "address", "(hidden)", "must be an http or https address");
  }

  @Override
  public void send(AlertNotice notice) throws IOException, InterruptedException {
    String text =
        "%s %s (%s): %s%s"
            .formatted(
                notice.alert().severity(),
                notice.alert().rule(),
                notice.alert().subject(),
                notice.alert().text(),
                notice.count() == 1 ? "" : ", " + notice.count() + " times more");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.text()))
            .timeout(WITHIN)
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofString(
                    JsonNodeFactory.instance.objectNode().put("text", text).toString()))
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < 200 || status > 299) {
      throw new IOException("the chat answers HTTP " + status);
    }
  }

  @Override
  public String toString() {
    return "ChatAlerts[hidden]";
  }
}
