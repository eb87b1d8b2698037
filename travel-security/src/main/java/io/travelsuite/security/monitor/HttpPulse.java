package io.travelsuite.security.monitor;

import io.travelsuite.alert.Heartbeat;
import io.travelsuite.secret.Secret;
import java.io.IOException;
import java.net.http.HttpClient;

/**
 * A beat of the heart as a POST to the address that a monitor gave (Healthchecks, Dead Man's
 * Snitch, an Alertmanager's watchdog receiver); any status of 200 to 299 acknowledges it.
 * Thread-safe.
 */
public final class HttpPulse implements Heartbeat.Pulse {

  private final SecretAddress address;

  /**
   * A pulse.
   *
   * @param client whose connections it uses
   * @param address what the monitor gave; who knows it can beat in this host's place
   */
  public HttpPulse(HttpClient client, Secret address) {
    this.address = new SecretAddress(client, address);
  }

  @Override
  public void beat() throws IOException, InterruptedException {
    address.send(address.request(), "monitor");
  }
}
