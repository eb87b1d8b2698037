package io.travelsuite.security.monitor;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.travelsuite.alert.AlertChannel;
import io.travelsuite.alert.AlertNotice;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;

/**
 * Alerts to a chat's incoming webhook, as a POST of {@code {"text": "…"}}: Slack, Mattermost, Teams
 * and what speaks as they do. A notice that is tried again may be read twice. Thread-safe.
 */
public final class ChatAlerts implements AlertChannel {

  private final SecretAddress address;

  /**
   * Alerts to a chat.
   *
   * @param client whose connections it uses
   * @param address what the chat gave; who knows it can write there
   * @throws io.travelsuite.InvalidRequestException if it is no http or https address
   */
  public ChatAlerts(HttpClient client, Secret address) {
    this.address = new SecretAddress(client, address);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IOException if it was not answered with 2xx within ten seconds
   */
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
    String json = JsonNodeFactory.instance.objectNode().put("text", text).toString();
    address.send(
        address
            .request()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)),
        "chat");
  }
}
