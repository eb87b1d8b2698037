package io.travelsuite.notify.email;

import io.travelsuite.secret.Secret;
import java.time.Duration;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a relay. Immutable; made by {@link #builder}.
 *
 * @param host its name, which its certificate must have
 * @param port its port
 * @param security how the connection is protected
 * @param user whom it knows the host as, or null to send without signing in
 * @param password the user's, or null
 * @param sockets makes TLS connections, or null to trust as the JVM does
 * @param heloName what the host calls itself
 * @param limits how many connections, and for how long
 */
public record SmtpSettings(
    String host,
    int port,
    SmtpSecurity security,
    @Nullable String user,
    @Nullable Secret password,
    @Nullable SSLSocketFactory sockets,
    String heloName,
    Limits limits) {

  /**
   * How long things may take, and how many there are.
   *
   * @param connect for a connection to stand, and for one to become free
   * @param read for each answer
   * @param write for each write
   * @param idle how long an unused connection is good for
   * @param connections the most at once
   */
  public record Limits(
      Duration connect, Duration read, Duration write, Duration idle, int connections) {}

  /**
   * {@return a builder}: STARTTLS on port 587, no user, four connections
   *
   * @param host the relay's name
   */
  public static SmtpSettingsBuilder builder(String host) {
    return new SmtpSettingsBuilder(host);
  }

  /** {@return a text without the user} */
  @Override
  public String toString() {
    return "SmtpSettings[" + host + ":" + port + " " + security + "]";
  }
}
