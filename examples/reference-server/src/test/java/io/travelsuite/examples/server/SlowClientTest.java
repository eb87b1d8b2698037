package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.server.edge.Limits;
import io.travelsuite.examples.server.edge.Listening;
import io.travelsuite.examples.server.edge.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who sends a byte now and then is cut off, and nobody else is kept waiting by it. */
class SlowClientTest {

  private static final String HEAD = "POST /octo/bookings HTTP/1.1\r\nHost: localhost\r\n";

  private final WireFixture fixture = WireFixture.shared();

  /** How long a connection lives whose client sends a byte each 100 ms, up to 10 s. */
  private Duration trickle(Socket socket, String begin) throws IOException {
    long start = System.nanoTime();
    socket.setSoTimeout(100);
    try {
      socket.getOutputStream().write(Wire.latin(begin));
      for (int i = 0; i < 100; i++) {
        socket.getOutputStream().write('x');
        socket.getOutputStream().flush();
        if (ended(socket)) {
          break;
        }
      }
    } catch (IOException cut) {
      // that is what is waited for
    }
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Waits for as long as the socket's timeout. */
  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException nothingYet) {
      return false;
    }
  }

  @Test
  void headers_that_trickle_in_are_cut_off() throws IOException {
    try (Socket socket = fixture.tls.connect()) {
      assertThat(trickle(socket, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: "))
          .isBetween(Duration.ofMillis(1_800), Duration.ofSeconds(8));
    }
  }

  @Test
  void a_body_that_trickles_in_is_cut_off() throws IOException {
    try (Socket socket = fixture.tls.connect()) {
      assertThat(trickle(socket, HEAD + "Content-Length: 1000\r\n\r\n"))
          .isBetween(Duration.ofMillis(1_800), Duration.ofSeconds(8));
    }
  }

  @Test
  void a_second_request_that_trickles_in_is_cut_off_too() throws IOException {
    String first = "GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (Socket socket = fixture.tls.connect()) {
      socket.getOutputStream().write(Wire.latin(first));
      assertThat(socket.getInputStream().read()).isEqualTo('H');
      assertThat(socket.getInputStream().read(new byte[8192])).isPositive();
      assertThat(trickle(socket, "GET / HTTP/1.1\r\nX-Slow: ")).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void who_says_nothing_is_cut_off_without_tls_too() throws IOException {
    try (Socket socket = fixture.plain.connect()) {
      assertThat(trickle(socket, "")).isLessThan(Duration.ofSeconds(8));
    }
  }

  @Test
  void control_who_is_done_in_time_is_answered() throws Exception {
    try (Socket socket = fixture.tls.connect()) {
      socket.getOutputStream().write(Wire.latin("GET /health/live HTTP/1.1\r\nHost: loc"));
      socket.setSoTimeout(300);
      assertThat(ended(socket)).isFalse();
      socket.getOutputStream().write(Wire.latin("alhost\r\nConnection: close\r\n\r\n"));
      socket.setSoTimeout(5_000);
      assertThat(Wire.read(socket.getInputStream()).status()).isEqualTo(200);
    }
  }

  @Test
  void a_hundred_slow_clients_slow_down_nobody() throws IOException {
    List<Socket> slow = open(100);
    try {
      long start = System.nanoTime();
      assertThat(fixture.tls.send("GET", "/health/live", "", "").status()).isEqualTo(200);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    } finally {
      close(slow);
    }
  }

  @Test
  void no_address_has_more_connections_than_its_share_and_a_slow_body_keeps_no_server_from_ending()
      throws IOException {
    int port = Listening.freePort();
    WebServer small =
        small(port, new Limits(Duration.ofSeconds(60), Duration.ofMillis(500), 100, 3));
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < 4; i++) {
        open.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      // which of them comes first is the system's to say
      List<Socket> within = new ArrayList<>(open);
      within.removeIf(SlowClientTest::isRefused);
      assertThat(within).hasSize(3);
      assertThat(
              trickle(
                  within.get(0),
                  "POST /x HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99\r\n\r\n"))
          .isLessThan(Duration.ofSeconds(5));
    } finally {
      close(open);
      long start = System.nanoTime();
      small.close();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(8));
    }
  }

  private static WebServer small(int port, Limits limits) {
    return WebServer.start(
        WireFixture.parts(port, limits),
        routes -> routes.post("/x", context -> context.result(context.body())));
  }

  private static boolean isRefused(Socket socket) {
    try {
      socket.setSoTimeout(500);
      return ended(socket);
    } catch (IOException reset) {
      return true;
    }
  }

  /** Connections whose headers have begun and do not end. */
  private List<Socket> open(int count) throws IOException {
    List<Socket> open = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), fixture.listening.plainPort());
      open.add(socket);
      try {
        socket.getOutputStream().write(Wire.latin("GET / HTTP/1.1\r\nX-Slow: a"));
      } catch (IOException refused) {
        // that is looked at later
      }
    }
    return open;
  }

  private static void close(List<Socket> open) throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
  }
}
