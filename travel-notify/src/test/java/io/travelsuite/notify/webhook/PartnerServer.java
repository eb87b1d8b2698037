package io.travelsuite.notify.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;

/** A partner's HTTPS server on the loopback: notes what comes and answers what the test says. */
final class PartnerServer implements AutoCloseable {

  /** What came. */
  record Request(String path, Map<String, List<String>> headers, String body) {

    String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().get(0))
          .findFirst()
          .orElse("");
    }
  }

  /** What is answered. */
  record Answer(int status, Map<String, String> headers) {

    static Answer of(int status) {
      return new Answer(status, Map.of());
    }

    Answer with(String name, String value) {
      return new Answer(status, Map.of(name, value));
    }
  }

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicReference<Answer> answer = new AtomicReference<>(Answer.of(204));

  private PartnerServer(HttpsServer server) {
    this.server = server;
  }

  static PartnerServer start(SSLContext tls) {
    try {
      HttpsServer https =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      https.setHttpsConfigurator(new HttpsConfigurator(tls));
      PartnerServer partner = new PartnerServer(https);
      https.setExecutor(partner.threads);
      https.createContext(
          "/",
          exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            partner.requests.add(
                new Request(
                    exchange.getRequestURI().toString(),
                    Map.copyOf(exchange.getRequestHeaders()),
                    body));
            Answer now = partner.answer.get();
            now.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(now.status(), -1);
            exchange.close();
          });
      https.start();
      return partner;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  void answers(Answer next) {
    answer.set(next);
  }

  List<Request> requests() {
    return requests;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
