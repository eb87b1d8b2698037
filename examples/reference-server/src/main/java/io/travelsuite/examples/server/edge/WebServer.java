package io.travelsuite.examples.server.edge;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.Profile;
import io.travelsuite.security.tls.ServerCertificate;
import io.travelsuite.security.web.RequestLimits;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** HTTP with all that stands before the endpoints. Thread-safe. */
public final class WebServer implements AutoCloseable {

  private static final long DRAIN_MILLIS = 20_000;

  private final Parts parts;
  private final SlowClients slow;
  private final Javalin http;

  private WebServer(Parts parts, Consumer<RoutesConfig> routes) {
    this.parts = parts;
    slow = new SlowClients(parts.limits(), parts.naming().trusted());
    http = Javalin.create(config -> configure(config, routes));
    http.start();
  }

  /**
   * What a server is made of.
   *
   * @param profile where it runs
   * @param listening where it listens
   * @param naming how others reach it
   * @param limits how much is taken from clients
   * @param metrics where requests are counted
   */
  public record Parts(
      Profile profile, Listening listening, Naming naming, Limits limits, Metrics metrics) {}

  /**
   * {@return a server that answers}
   *
   * @param parts what it is made of
   * @param routes adds the endpoints
   */
  public static WebServer start(Parts parts, Consumer<RoutesConfig> routes) {
    return new WebServer(parts, routes);
  }

  private void configure(JavalinConfig config, Consumer<RoutesConfig> routes) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = RequestLimits.WEBHOOK_BODY_BYTES;
    config.jetty.modifyHttpConfiguration(Connectors::limit);
    Listening listening = parts.listening();
    ServerCertificate certificate = listening.certificate();
    config.jetty.addConnector(
        (server, http) ->
            watched(
                certificate == null
                    ? Connectors.plain(server, http, listening.bind(), listening.port())
                    : Connectors.tls(server, http, listening, certificate)));
    if (listening.plainPort() >= 0) {
      config.jetty.addConnector(
          (server, http) ->
              watched(Connectors.plain(server, http, listening.bind(), listening.plainPort())));
    }
    config.jetty.modifyServer(this::guard);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(new PlainErrors()));
    routes.accept(config.routes);
  }

  private ServerConnector watched(ServerConnector connector) {
    connector.addEventListener(slow);
    return connector;
  }

  /** From the inside out. */
  private void guard(Server server) {
    EagerContentHandler body =
        new EagerContentHandler(
            new EagerContentHandler.RetainedContentLoaderFactory(Limits.BODY_BYTES, 0, true));
    body.excludePath("/webhooks/*");
    server.insertHandler(new HeadAsGet());
    server.insertHandler(new Requests(parts.metrics()));
    server.insertHandler(body); // a thread is taken when all is there, not while it trickles in
    server.insertHandler(new EdgeHandler(parts.naming().guard(parts.profile()), parts.metrics()));
    server.insertHandler(slow);
    server.insertHandler(new GracefulHandler()); // lets what has begun end
    server.setErrorHandler(new PlainErrors());
    server.setStopTimeout(DRAIN_MILLIS);
    server.addBean(new NetworkConnectionLimit(parts.limits().connections(), server));
  }

  /** {@return the port of all requests} */
  public int port() {
    return http.port();
  }

  /** {@return the port of requests without TLS, which are sent to the other} */
  public int plainPort() {
    Connector[] connectors = http.jettyServer().server().getConnectors();
    return ((ServerConnector) connectors[connectors.length - 1]).getLocalPort();
  }

  /** {@return all endpoints, as {@code GET /path}} */
  public List<String> endpoints() {
    return http.unsafe.internalRouter.allHttpHandlers().stream()
        .filter(parsed -> parsed.endpoint.method.isHttpMethod())
        .map(parsed -> parsed.endpoint.method.name() + " " + parsed.endpoint.path)
        .toList();
  }

  /** Takes no new request, lets those that have begun end, and stops. */
  @Override
  public void close() {
    http.stop();
  }
}
