package io.travelsuite.examples.server;

import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.edge.WebServer;
import io.travelsuite.metric.Metrics;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.Profile;
import io.travelsuite.security.monitor.HttpMeasures;
import io.travelsuite.security.secret.EnvironmentSecrets;
import io.travelsuite.security.secret.Secrets;
import io.travelsuite.security.tls.ServerCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A server with TLS, and a port without it, on a database of its own. */
final class WireFixture implements AutoCloseable {

  static final String METRICS_TOKEN = "m3trics-0f-th3-t3sts-0123456789ab";
  static final String PARTNER = "https://partner.example";

  /** Short, so that a test need not wait; long enough for a handshake on a loaded machine. */
  static final Limits LIMITS = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 400, 120);

  private static WireFixture shared;

  final ServerIdentity identity;
  final TestSchema schema = TestDatabase.shared().newSchema();
  final RunningServer server;
  final Listening listening;
  final Wire tls;
  final Wire plain;

  WireFixture(String rate) {
    identity = ServerIdentity.create(folder(), "first");
    listening =
        new Listening(
            "127.0.0.1",
            Listening.freePort(),
            Listening.freePort(),
            ServerCertificate.pkcs12(identity.file, Secret.of(ServerIdentity.PASSWORD)));
    server = RunningServer.start(settings(rate));
    tls = new Wire(listening.port(), ServerIdentity.trusting(identity));
    plain = new Wire(listening.plainPort(), null);
  }

  /** One for all tests that leave it as it is; it ends with the JVM. */
  static synchronized WireFixture shared() {
    if (shared == null) {
      shared = new WireFixture("100000/m");
      Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
    }
    return shared;
  }

  /** Where answers are told that nobody looks at. */
  static HttpMeasures unwatched() {
    return new HttpMeasures(
        HttpMeasures.Rule.DEFAULT, Metrics.none(), AlertSink.none(), Settings.MACHINE);
  }

  /** Of a server with endpoints of a test's own, without TLS. */
  static WebServer.Parts parts(int port, Limits limits) {
    return new WebServer.Parts(
        Profile.DEVELOPMENT,
        Listening.locally(port),
        Naming.locally(port),
        limits,
        Metrics.none(),
        unwatched());
  }

  static Path folder() {
    try {
      Path folder = Files.createTempDirectory("wire");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String origin() {
    return "https://localhost:" + listening.port();
  }

  private Settings settings(String rate) {
    Naming naming =
        new Naming(List.of(origin()), List.of("localhost"), List.of(), List.of(PARTNER));
    Secrets secrets =
        Secrets.builder(Settings.MACHINE)
            .source(new EnvironmentSecrets(Map.of("TRAVEL_METRICS_TOKEN", METRICS_TOKEN)))
            .optional(SettingsReader.ALL.toArray(String[]::new))
            .build();
    return new Settings(
        Profile.DEVELOPMENT,
        new Settings.Database(schema.jdbcUrl(), null),
        new Settings.Web(listening, naming, LIMITS),
        secrets,
        new Settings.Running(rate, null, true, null, null, Settings.Outside.DEFAULT));
  }

  /** The line of a request's headers by which a reseller is let in. */
  String bearer(String reseller) {
    return "Authorization: Bearer " + server.issueToken(reseller).text() + "\r\n";
  }

  @Override
  public void close() {
    server.close();
    schema.close();
  }
}
