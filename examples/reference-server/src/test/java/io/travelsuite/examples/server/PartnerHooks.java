package io.travelsuite.examples.server;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.travelsuite.notify.webhook.Egress;
import io.travelsuite.payments.webhook.WebhookRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Partners on a server with TLS, each with a path: what came to each, and what it answers. */
final class PartnerHooks implements AutoCloseable {

  private final HttpsServer https;
  private final ServerIdentity identity;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, List<WebhookRequest>> came = new ConcurrentHashMap<>();
  private final Map<String, Integer> statuses = new ConcurrentHashMap<>();

  private PartnerHooks(HttpsServer https, ServerIdentity identity) {
    this.https = https;
    this.identity = identity;
  }

  static PartnerHooks start() {
    ServerIdentity identity = ServerIdentity.create(WireFixture.folder(), "hooks");
    try {
      InetSocketAddress here = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer https = HttpsServer.create(here, 0);
      https.setHttpsConfigurator(new HttpsConfigurator(identity.serving()));
      PartnerHooks hooks = new PartnerHooks(https, identity);
      https.setExecutor(hooks.threads);
      https.createContext("/", hooks::answer);
      https.start();
      return hooks;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    came.computeIfAbsent(path, first -> new CopyOnWriteArrayList<>())
        .add(WebhookRequest.of(body, Map.copyOf(exchange.getRequestHeaders())));
    exchange.sendResponseHeaders(statuses.getOrDefault(path, 204), -1);
    exchange.close();
  }

  String url(String path) {
    return "https://" + ServerIdentity.PARTNER + ":" + https.getAddress().getPort() + path;
  }

  void answers(String path, int status) {
    statuses.put(path, status);
  }

  List<WebhookRequest> came(String path) {
    return came.getOrDefault(path, List.of());
  }

  /** As far as webhooks go in a test: to this server, by the name that its certificate has. */
  Egress egress() {
    return Egress.DEFAULT
        .ports(Set.of(https.getAddress().getPort()))
        .addresses(address -> null)
        .resolver(name -> List.of(InetAddress.getLoopbackAddress()))
        .tls(ServerIdentity.trusting(identity));
  }

  @Override
  public void close() {
    https.stop(0);
    threads.shutdownNow();
  }
}
