package io.travelsuite.payments.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real server; that only PayPal's URLs come here is another test's. */
class CertificateDownloadTest {

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicInteger afterRedirect = new AtomicInteger();
  private HttpServer server;
  private String root;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/good", exchange -> answer(exchange, 200, pem()));
    server.createContext("/missing", exchange -> answer(exchange, 404, pem()));
    server.createContext("/long", exchange -> answer(exchange, 200, pem() + "x".repeat(70_000)));
    server.createContext("/redirect", this::redirect);
    server.createContext("/target", this::target);
    server.createContext("/never", exchange -> await());
    server.createContext("/drops", this::drops);
    server.start();
    root = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void stop() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  /** Any certificate the platform has. */
  private static String pem() {
    X509Certificate any = PayPalCertificates.systemAnchors().iterator().next().getTrustedCert();
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder().encodeToString(any.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new AssertionError(e);
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(US_ASCII);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void redirect(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().add("Location", root + "/target");
    answer(exchange, 302, pem());
  }

  private void target(HttpExchange exchange) throws IOException {
    afterRedirect.incrementAndGet();
    answer(exchange, 200, pem());
  }

  /** A byte now and then: each read is in time, all of them are not. */
  private void drops(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    try {
      while (!end.await(50, TimeUnit.MILLISECONDS)) {
        exchange.getResponseBody().write('x');
        exchange.getResponseBody().flush();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void await() {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void what_answers_with_a_certificate_is_read() {
    assertThat(new CertificateDownload().certificates(root + "/good")).hasSize(1);
    assertThat(new CertificateDownload().certificates(root + "/missing")).isEmpty();
  }

  @Test
  void a_redirect_is_not_followed() {
    assertThat(new CertificateDownload().certificates(root + "/redirect")).isEmpty();
    assertThat(afterRedirect).hasValue(0);
    assertThat(new CertificateDownload().certificates(root + "/target")).hasSize(1);
  }

  @Test
  void more_than_64_kilobytes_are_not_read() {
    assertThat(new CertificateDownload().certificates(root + "/long")).isEmpty();
  }

  @Test
  void who_does_not_answer_or_drop_by_drop_costs_the_limit_and_no_more() {
    CertificateDownload hasty = new CertificateDownload(Duration.ofMillis(300));
    long began = System.nanoTime();
    assertThat(hasty.certificates(root + "/never")).isEmpty();
    assertThat(hasty.certificates(root + "/drops")).isEmpty();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void a_third_download_at_a_time_is_not_begun() throws Exception {
    CertificateDownload download = new CertificateDownload(Duration.ofSeconds(30));
    CountDownLatch asked = new CountDownLatch(2);
    server.createContext(
        "/wait",
        exchange -> {
          asked.countDown();
          await();
          answer(exchange, 200, pem());
        });
    var first = threads.submit(() -> download.certificates(root + "/wait"));
    var second = threads.submit(() -> download.certificates(root + "/wait"));
    asked.await();
    assertThat(download.certificates(root + "/good")).isEmpty();
    end.countDown();
    assertThat(first.get()).hasSize(1);
    assertThat(second.get()).hasSize(1);
    assertThat(download.certificates(root + "/good")).hasSize(1);
  }
}
