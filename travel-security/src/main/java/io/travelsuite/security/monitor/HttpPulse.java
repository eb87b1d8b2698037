package io.travelsuite.security.monitor;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.Heartbeat;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * A beat of the heart as a POST to the address that a monitor gave (Healthchecks, Dead Man's
 * Snitch, an Alertmanager's watchdog receiver); any status of 200 to 299 acknowledges it.
 * Thread-safe.
 */
public final class HttpPulse implements Heartbeat.Pulse {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final HttpClient client;
  private final Secret address;

  /**
   * A pulse.
   *
   * @param client whose connections it uses
   * @param address what the monitor gave; who knows it can beat in this host's place
   */
  public HttpPulse(HttpClient client, Secret address) {
    boolean absolute = address.text().matches("https?://\\S+");
    unless(absolute, "address", "(hidden)", "must be an http or https address");
    this.client = client;
    this.address = address;
  }

  @Override
  public void beat() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address.text()))
            .timeout(WITHIN)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < 200 || status > 299) {
      throw new IOException("the monitor answers HTTP " + status);
    }
  }
}
