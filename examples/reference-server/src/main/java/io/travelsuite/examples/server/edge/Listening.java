package io.travelsuite.examples.server.edge;

import io.travelsuite.security.tls.ServerCertificate;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param bind an address of this machine
 * @param port for all requests; 0 for any that is free
 * @param plainPort for requests without TLS, which are sent to HTTPS; 0 for any that is free, -1
 *     for none
 * @param certificate what TLS is served with, or null: {@code port} is plain HTTP then
 */
public record Listening(
    String bind, int port, int plainPort, @Nullable ServerCertificate certificate) {

  /** {@return plain HTTP on the loopback address} */
  public static Listening locally(int port) {
    return new Listening("127.0.0.1", port, -1, null);
  }

  /**
   * {@return a port that is free now: a server's own address has to be known before it starts} It
   * is below those that systems give to outgoing connections (32768 and up on Linux), one of which
   * could else have it by then.
   */
  public static int freePort() {
    for (int tries = 0; tries < 100; tries++) {
      int port = ThreadLocalRandom.current().nextInt(18_000, 25_000);
      try (ServerSocket free = new ServerSocket(port)) {
        return free.getLocalPort();
      } catch (IOException taken) {
        // by another server: the next
      }
    }
    throw new IllegalStateException("no port from 18000 to 24999 is free");
  }
}
