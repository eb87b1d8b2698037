package io.travelsuite.examples.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.server.Wire.Answer;
import io.travelsuite.examples.server.edge.Rule;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has, over TLS and without it, byte by byte. */
class EdgeOnTheWireTest {

  private static final String JSON = "Content-Type: application/json\r\n";

  private final WireFixture fixture = WireFixture.shared();

  private static void assertGuarded(Answer answer, String of) {
    assertThat(answer.header("Strict-Transport-Security")).as(of).startsWith("max-age=31536000");
    assertThat(answer.header("Content-Security-Policy"))
        .as(of)
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContainPattern("script-src[^;]*'unsafe");
    assertThat(answer.header("X-Content-Type-Options")).as(of).isEqualTo("nosniff");
    assertThat(answer.header("X-Frame-Options")).as(of).isEqualTo("DENY");
    assertThat(answer.header("Referrer-Policy")).as(of).isNotEmpty();
    assertThat(answer.header("Permissions-Policy")).as(of).contains("camera=()");
    assertThat(answer.header("Cross-Origin-Opener-Policy")).as(of).isEqualTo("same-origin");
    assertThat(answer.header("Cross-Origin-Resource-Policy")).as(of).isEqualTo("same-origin");
    assertThat(answer.header("Cache-Control")).as(of).isEqualTo("no-store");
    assertThat(answer.headers()).as(of).doesNotContainKeys("server", "x-powered-by");
    assertThat(answer.body())
        .as(of)
        .doesNotContain("io.travelsuite", "jetty", "\tat ", "Exception");
  }

  @Test
  void every_endpoint_answers_with_every_header() {
    String token = fixture.bearer("headers");
    for (Rule rule : fixture.server.rules()) {
      String path = rule.path().replaceAll("\\{\\w+}", "x");
      String of = rule.method() + " " + path;
      assertGuarded(fixture.tls.send(rule.method(), path, JSON, "{}"), of + " by nobody");
      assertGuarded(fixture.tls.send(rule.method(), path, JSON + token, "{}"), of);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /octo/nothing HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "BREW /octo HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "nonsense\r\n\r\n",
        "GET /%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /octo/%2e%2e/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /octo/..;/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET /octo/products/%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: a\r\n b\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\nConnection: close\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\na",
        "POST / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\n"
      })
  void what_is_wrong_is_answered_by_a_4xx_with_every_header_too(String request) {
    Answer answer = fixture.tls.send(request);
    assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
    assertGuarded(answer, request.lines().findFirst().orElse(""));
  }

  @Test
  void headers_that_are_too_large_are_refused() {
    String large = "X-Large: " + "x".repeat(20_000) + "\r\n";
    Answer answer = fixture.tls.send("GET", "/health/live", large, "");
    assertThat(answer.status()).isEqualTo(431);
    assertGuarded(answer, "431");
  }

  @Test
  void a_body_that_is_too_large_is_refused_whether_its_length_is_told_or_not() {
    Answer told = fixture.tls.send("POST", "/octo/bookings", JSON, "x".repeat(200_000));
    assertThat(told.status()).isEqualTo(413);
    assertGuarded(told, "413");
    String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
    Answer untold =
        fixture.tls.send(
            "POST /octo/bookings HTTP/1.1\r\n"
                + "Host: localhost\r\n"
                + "Transfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n"
                + chunk.repeat(8)
                + "0\r\n\r\n");
    assertThat(untold.status()).isEqualTo(413);
    assertGuarded(untold, "413 by chunks");
  }

  @Test
  void plain_http_is_sent_to_https_on_the_configured_host() {
    for (String method : new String[] {"GET", "POST", "DELETE"}) {
      Answer answer = fixture.plain.send(method, "/octo/products?a=b", "", "");
      assertThat(answer.status()).isEqualTo(308);
      assertThat(answer.header("Location")).isEqualTo(fixture.origin() + "/octo/products?a=b");
      assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }
  }

  @Test
  void a_poisoned_host_is_refused_and_led_nowhere() {
    String headers = "Host: evil.example\r\nX-Forwarded-Host: localhost\r\n";
    String request = "GET /x HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
    for (Wire wire : new Wire[] {fixture.plain, fixture.tls}) {
      Answer answer = wire.send(request);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.header("Location")).isEmpty();
      assertThat(answer.toString()).doesNotContain("evil");
    }
  }

  @Test
  void nobody_makes_plain_http_secure_by_saying_so() {
    Answer answer = fixture.plain.send("GET", "/health/live", "X-Forwarded-Proto: https\r\n", "");
    assertThat(answer.status()).isEqualTo(308);
  }

  @Test
  void pages_of_a_partner_may_call_and_no_others() {
    String asked = "Access-Control-Request-Method: POST\r\n";
    String origin = "Origin: " + WireFixture.PARTNER + "\r\n";
    Answer preflight = fixture.tls.send("OPTIONS", "/octo/bookings", origin + asked, "");
    assertThat(preflight.status()).isEqualTo(204);
    assertThat(preflight.header("Access-Control-Allow-Origin")).isEqualTo(WireFixture.PARTNER);
    assertThat(preflight.header("Vary")).contains("Origin");

    for (String foreign : new String[] {"https://evil.example", "null", fixture.origin() + ".x"}) {
      Answer refused = fixture.tls.send("GET", "/octo/products", "Origin: " + foreign + "\r\n", "");
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.headers()).doesNotContainKey("access-control-allow-origin");
      assertGuarded(refused, "403");
    }
  }

  @Test
  void tls_1_1_is_refused() throws IOException {
    assertThat(hello("0302")[0]).as("an alert").isEqualTo((byte) 0x15);
  }

  @Test
  void control_the_same_hello_by_tls_1_2_is_taken() throws IOException {
    assertThat(hello("0303")[0]).as("a handshake").isEqualTo((byte) 0x16);
  }

  /** What the server says first to a client that knows this version at most (RFC 5246, 7.4.1.2). */
  private byte[] hello(String version) throws IOException {
    String ciphers = "0008" + "c02f" + "c02b" + "c014" + "c00a";
    String extensions =
        "001a" + "000a00060004001d0017" + "000b00020100" + "000d0008" + "0006040305030401";
    String body = version + "11".repeat(32) + "00" + ciphers + "0100" + extensions;
    int length = body.length() / 2;
    String handshake = "01" + "%06x".formatted(length) + body;
    String text = "160301" + "%04x".formatted(length + 4) + handshake;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), fixture.listening.port())) {
      socket.setSoTimeout(5_000);
      socket.getOutputStream().write(HexFormat.of().parseHex(text));
      return socket.getInputStream().readNBytes(1);
    }
  }
}
