package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.Naming;
import io.travelsuite.examples.server.edge.WebServer;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.Profile;
import io.travelsuite.security.tls.ServerCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLSocket;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A certificate in PEM, and another one in its place without a restart. */
class CertificateTest {

  @TempDir private static Path folder;

  @Test
  void a_renewed_certificate_is_shown_without_a_restart_and_a_broken_one_is_not()
      throws IOException {
    ServerIdentity first = ServerIdentity.create(folder, "first");
    ServerIdentity second = ServerIdentity.create(folder, "second");
    Path chain = folder.resolve("chain.pem");
    Path key = folder.resolve("key.pem");
    first.writePem(chain, key);
    try (WebServer server =
        WebServer.start(
            parts(chain, key), routes -> routes.get("/", context -> context.result("here")))) {
      Wire wire = new Wire(server.port(), ServerIdentity.trusting(first, second));
      assertThat(shown(wire)).isEqualTo("CN=first");

      Files.writeString(key, "-----BEGIN PRIVATE KEY-----\nbroken\n-----END PRIVATE KEY-----\n");
      second.writePem(chain, folder.resolve("other.pem"));
      Awaitility.await()
          .during(Duration.ofMillis(1_500))
          .atMost(Duration.ofSeconds(4))
          .until(() -> shown(wire).equals("CN=first"));

      second.writePem(chain, key);
      Awaitility.await()
          .atMost(Duration.ofSeconds(10))
          .until(() -> shown(wire).equals("CN=second"));
      assertThat(wire.send("GET", "/", "", "").body()).isEqualTo("here");
    }
  }

  private static WebServer.Parts parts(Path chain, Path key) {
    int port = Listening.freePort();
    return new WebServer.Parts(
        Profile.DEVELOPMENT,
        new Listening("127.0.0.1", port, -1, ServerCertificate.pem(chain, key)),
        Naming.locally(port),
        Limits.DEFAULT,
        Metrics.none(),
        WireFixture.unwatched());
  }

  private static String shown(Wire wire) throws IOException {
    try (SSLSocket socket = (SSLSocket) wire.connect()) {
      X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
      return shown.getSubjectX500Principal().getName();
    }
  }
}
