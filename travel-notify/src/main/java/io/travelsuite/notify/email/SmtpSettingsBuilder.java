package io.travelsuite.notify.email;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.secret.Secret;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Builds {@link SmtpSettings}. Not thread-safe. */
public final class SmtpSettingsBuilder {

  private static final int SUBMISSION = 587;
  private static final int SUBMISSIONS = 465;
  private static final int HIGHEST_PORT = 65_535;
  private static final int MOST_CONNECTIONS = 100;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9.:\\[\\]-]{1,253}");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private final String host;
  private int port = SUBMISSION;
  private SmtpSecurity security = SmtpSecurity.STARTTLS;
  private @Nullable String user;
  private @Nullable Secret password;
  private @Nullable SSLSocketFactory sockets;
  private String heloName = "localhost";
  private Duration connect = Duration.ofSeconds(10);
  private Duration read = Duration.ofSeconds(60);
  private Duration write = Duration.ofSeconds(60);
  private Duration idle = Duration.ofSeconds(60);
  private int connections = 4;

  SmtpSettingsBuilder(String host) {
    unless(NAME.matcher(host).matches(), "host", host, "must be a host's name");
    this.host = host;
  }

  /**
   * Sets the port. 587 by default, 465 after {@link #tls}.
   *
   * @param number 1 to 65,535
   * @return this
   */
  public SmtpSettingsBuilder port(int number) {
    unless(number >= 1 && number <= HIGHEST_PORT, "port", number, "must be 1 to 65,535");
    port = number;
    return this;
  }

  /**
   * TLS from the first byte, on port 465 unless {@link #port} says otherwise afterwards.
   *
   * @return this
   */
  public SmtpSettingsBuilder tls() {
    security = SmtpSecurity.TLS;
    port = SUBMISSIONS;
    return this;
  }

  /**
   * No protection at all: for tests, and for a relay on this very machine. To be said with the
   * relay's name, so that a copied setting does not take another relay's protection away.
   *
   * @param sameHost the name of the host once more
   * @return this
   */
  public SmtpSettingsBuilder plainTo(String sameHost) {
    unless(sameHost.equals(host), "plainTo", sameHost, "must be the relay's own name: " + host);
    security = SmtpSecurity.PLAIN;
    return this;
  }

  /**
   * Signs in.
   *
   * @param name the user
   * @param secret the password
   * @return this
   */
  public SmtpSettingsBuilder signIn(String name, Secret secret) {
    unless(!name.isBlank(), "user", "(hidden)", "must not be blank");
    user = name;
    password = secret;
    return this;
  }

  /**
   * Trusts by a context of the host's own, such as one with a private authority's certificate. The
   * server's name is checked all the same.
   *
   * @param context the context
   * @return this
   */
  public SmtpSettingsBuilder trust(SSLContext context) {
    sockets = context.getSocketFactory();
    return this;
  }

  /**
   * What the host calls itself in EHLO: its own public name, by which some relays judge.
   *
   * @param name {@code localhost} by default
   * @return this
   */
  public SmtpSettingsBuilder heloName(String name) {
    unless(NAME.matcher(name).matches(), "heloName", name, "must be a host's name");
    heloName = name;
    return this;
  }

  /**
   * How long a connection may take to stand, or to become free where all are in use.
   *
   * @param most 10 seconds by default; 1 millisecond to 10 minutes
   * @return this
   */
  public SmtpSettingsBuilder connectTimeout(Duration most) {
    connect = bounded("connectTimeout", most);
    return this;
  }

  /**
   * How long each answer may take. A shorter time makes messages of unknown outcome of slow ones:
   * RFC 5321, 4.5.3.2.6, would wait 10 minutes for the last answer.
   *
   * @param most 60 seconds by default; 1 millisecond to 10 minutes
   * @return this
   */
  public SmtpSettingsBuilder readTimeout(Duration most) {
    read = bounded("readTimeout", most);
    return this;
  }

  /**
   * How long each write may take.
   *
   * @param most 60 seconds by default; 1 millisecond to 10 minutes
   * @return this
   */
  public SmtpSettingsBuilder writeTimeout(Duration most) {
    write = bounded("writeTimeout", most);
    return this;
  }

  /**
   * How long an unused connection is good for. One that is younger is asked by NOOP.
   *
   * @param most 60 seconds by default; 1 millisecond to 10 minutes
   * @return this
   */
  public SmtpSettingsBuilder idle(Duration most) {
    idle = bounded("idle", most);
    return this;
  }

  /**
   * How many connections stand at most.
   *
   * @param most 4 by default; 1 to 100
   * @return this
   */
  public SmtpSettingsBuilder connections(int most) {
    unless(most >= 1 && most <= MOST_CONNECTIONS, "connections", most, "must be 1 to 100");
    connections = most;
    return this;
  }

  /**
   * {@return the settings}
   *
   * @throws io.travelsuite.InvalidRequestException if a password would go over a plain connection
   *     to another machine
   */
  public SmtpSettings build() {
    boolean seen = security == SmtpSecurity.PLAIN && !LOOPBACK.contains(host);
    unless(
        user == null || !seen,
        "signIn",
        "(hidden)",
        "must not go over a plain connection to " + host);
    SmtpSettings.Limits limits = new SmtpSettings.Limits(connect, read, write, idle, connections);
    return new SmtpSettings(host, port, security, user, password, sockets, heloName, limits);
  }

  private static Duration bounded(String field, Duration most) {
    boolean good = most.toMillis() >= 1 && most.compareTo(Duration.ofMinutes(10)) <= 0;
    unless(good, field, most, "must be 1 millisecond to 10 minutes");
    return most;
  }
}
