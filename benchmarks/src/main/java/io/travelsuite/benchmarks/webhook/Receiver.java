package io.travelsuite.benchmarks.webhook;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.StorageException;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.webhook.VerifiedWebhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** A host: an endpoint over HTTP, and jobs that handle what came. Lives until its input ends. */
public final class Receiver {

  /** Printed before the port when it takes deliveries. */
  static final String PORT = "PORT ";

  private static final int ENDPOINTS = 64;
  private static final int JOBS = 2;
  private static final int CONNECTIONS = 16;

  /** What a killed process had is handled when this is over. */
  private static final Duration LEASE = Duration.ofSeconds(5);

  private static final long IDLE_NANOS = 20_000_000L;

  private final WebhookInbox inbox;
  private final WebhookVerifier verifier = Events.verifier();

  private Receiver(WebhookInbox inbox) {
    this.inbox = inbox;
  }

  /**
   * Serves.
   *
   * @param arguments the database's URL
   */
  public static void main(String[] arguments) throws IOException {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(arguments[0]);
    config.setMaximumPoolSize(CONNECTIONS);
    config.setAutoCommit(false); // saves the library two round trips a transaction
    config.addDataSourceProperty("cachePrepStmts", "true"); // as docs/performance.md has it
    config.addDataSourceProperty("prepStmtCacheSqlLimit", "65536");
    HikariDataSource pool = new HikariDataSource(config);
    InboxSettings settings = InboxSettings.DEFAULT.lease(LEASE);
    Receiver receiver =
        new Receiver(JdbcWebhookInbox.of(JdbcTravel.builder(pool).build(), settings));
    for (int i = 0; i < JOBS; i++) {
      Thread job = new Thread(receiver::handleAll, "job-" + i);
      job.setDaemon(true);
      job.start();
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1_024);
    server.createContext("/", receiver::receive);
    server.setExecutor(Executors.newFixedThreadPool(ENDPOINTS));
    server.start();
    System.out.println(PORT + server.getAddress().getPort());
    System.in.readAllBytes(); // until the parent ends
    System.exit(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      WebhookRequest request = WebhookRequest.of(body, exchange.getRequestHeaders());
      exchange.sendResponseHeaders(status(request), -1);
    }
  }

  private int status(WebhookRequest request) {
    try {
      return inbox.receive(verifier, request).httpStatus();
    } catch (StorageException e) {
      return 503;
    }
  }

  private void handleAll() {
    while (true) {
      try {
        if (inbox.process(200, Receiver::handle).claimed() == 0) {
          LockSupport.parkNanos(IDLE_NANOS);
        }
      } catch (StorageException e) {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    }
  }

  private static Handling handle(VerifiedWebhook webhook, Connection connection)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO handled (event) VALUES (?)")) {
      insert.setString(1, webhook.eventId());
      insert.executeUpdate();
    }
    return new Handling.Handled();
  }
}
