package io.travelsuite.security.monitor;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Where something is told by a POST: who knows the address can tell it too. */
final class SecretAddress {

  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final HttpClient client;
  private final Secret address;

  SecretAddress(HttpClient client, Secret address) {
    boolean absolute = address.text().matches("https?://\\S+");
    unless(absolute, "address", "(hidden)", "must be an http or https address");
    this.client = client;
    this.address = address;
  }

  /** A request to it, without a body so far. */
  HttpRequest.Builder request() {
    return HttpRequest.newBuilder(URI.create(address.text()))
        .timeout(WITHIN)
        .POST(HttpRequest.BodyPublishers.noBody());
  }

  /** Sends it; any status of 200 to 299 acknowledges it. */
  void send(HttpRequest.Builder request, String to) throws IOException, InterruptedException {
    int status = client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    if (status < 200 || status > 299) {
      throw new IOException("the " + to + " answers HTTP " + status);
    }
  }
}
