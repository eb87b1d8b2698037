package io.travelsuite.examples.server;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.octo.Guard;
import io.travelsuite.examples.server.octo.OctoApi;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.address.ClientAddress;
import io.travelsuite.security.rate.RateKey;
import io.travelsuite.security.rate.RatePolicy;
import io.travelsuite.security.role.Permissions;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiTokens;
import io.travelsuite.security.token.TokenGrant;
import io.travelsuite.security.web.RequestLimits;
import io.travelsuite.security.web.SecurityHeaders;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs: the library on its database, and the HTTP endpoints. Thread-safe. */
final class RunningServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);
  private static final int CONNECTIONS = 24;
  private static final long DRAIN_MILLIS = 20_000;

  private final ProgramDatabase database;
  private final JdbcSecurity security;
  private final ApiTokens tokens;
  private final DemoShop shop;
  private final Javalin http;

  private RunningServer(Settings settings, ProgramDatabase database) {
    this.database = database;
    JdbcTravel.migrate(database.dataSource());
    NativeApi.migrate(database.dataSource());
    JdbcTravel.Builder builder = JdbcTravel.builder(database.dataSource());
    if (settings.clock() != null) {
      builder.clock(settings.clock());
    }
    JdbcTravel travel = builder.build();
    InstantSource clock =
        settings.clock() == null ? new DatabaseTime(database.dataSource()) : settings.clock();
    Catalogue catalogue = DemoData.fill(travel, clock.instant());
    security = JdbcSecurity.of(travel, alerts());
    tokens = ApiTokens.of(security.tokens(), "demo");
    RatePolicy policy =
        RatePolicy.of(
            "octo", RateKey.userOrAddress(ClientAddress.ofPeer()), settings.changesAllowed());
    OctoApi octo =
        OctoApi.of(
            new OctoApi.Parts(database.dataSource(), travel, catalogue, clock),
            new Guard(tokens, security.rateLimiter(policy)));
    shop =
        DemoShop.open(
            Stock.of(database.dataSource(), travel, catalogue, clock),
            new DemoShop.Guards(
                tokens, context -> Optional.empty(), security, settings.changesAllowed(), alerts()),
            URI.create("http://127.0.0.1:" + settings.port()));
    http = Javalin.create(config -> configure(config, settings.port(), octo));
    http.start();
  }

  /** Starts a server: when this returns, it answers. */
  static RunningServer start(Settings settings) {
    ProgramDatabase database = ProgramDatabase.of(settings.jdbcUrl(), CONNECTIONS);
    try {
      return new RunningServer(settings, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  /** The API and its sandbox, for pages and tests. */
  DemoShop shop() {
    return shop;
  }

  private static AlertSink alerts() {
    return alert -> LOG.warn("{}: {}", alert.rule(), alert.text());
  }

  private void configure(JavalinConfig config, int port, OctoApi octo) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.http.maxRequestSize = RequestLimits.JSON_BODY_BYTES;
    config.jetty.host = "127.0.0.1";
    config.jetty.port = port;
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setSendXPoweredBy(false);
          http.setRequestHeaderSize(RequestLimits.HEADER_BYTES);
          http.setIdleTimeout(RequestLimits.BODY_WITHIN.toMillis());
        });
    config.jetty.modifyServer(
        server -> {
          server.setStopTimeout(DRAIN_MILLIS);
          server.insertHandler(new GracefulHandler()); // lets what has begun end
        });
    config.routes.before(
        context -> SecurityHeaders.forApi().headers(false).forEach(context::header));
    octo.addTo(config.routes, this::address);
    shop.api().addTo(config.routes);
  }

  /** The server's address, without a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + http.port();
  }

  /** Issues a token for all that a reseller does, for a day. */
  Secret issueToken(String reseller) {
    return tokens
        .issue(
            new TokenGrant(
                new SubjectId(reseller),
                null,
                Set.of(
                    Permissions.INVENTORY_READ,
                    Permissions.BOOKING_READ,
                    Permissions.BOOKING_HOLD,
                    Permissions.BOOKING_CHANGE,
                    Permissions.BOOKING_CONFIRM,
                    Permissions.BOOKING_CANCEL,
                    Permissions.PAYMENT_TAKE),
                "demo"),
            Duration.ofDays(1))
        .secret();
  }

  /** The resellers' tokens. */
  ApiTokens tokens() {
    return tokens;
  }

  /** Takes no new request, lets those that have begun end, and stops. */
  @Override
  public void close() {
    shop.api().close();
    http.stop();
    security.close();
    database.close();
  }
}
