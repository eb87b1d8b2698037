package io.travelsuite.examples.server;

import io.javalin.config.RoutesConfig;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.edge.Gate;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.WebServer;
import io.travelsuite.examples.server.octo.Guard;
import io.travelsuite.examples.server.octo.OctoApi;
import io.travelsuite.examples.server.operation.Health;
import io.travelsuite.examples.server.operation.Meters;
import io.travelsuite.examples.server.operation.Watch;
import io.travelsuite.examples.server.signin.SignIn;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.event.LoggedEvents;
import io.travelsuite.security.event.SecurityEvents;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that runs: the library on its database, and the HTTP endpoints. Thread-safe. */
final class RunningServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

  private final Settings settings;
  private final ProgramDatabase database;
  private final Health health;
  private final Meters meters = new Meters();
  private final JdbcSecurity security;
  private final Tokens tokens;
  private final Staff staff;
  private final DemoShop shop;
  private final List<Rule> rules;
  private final WebServer web;

  private RunningServer(Settings settings, ProgramDatabase database) {
    this.settings = settings;
    this.database = database;
    DataSource dataSource = database.dataSource();
    JdbcTravel travel = Tables.open(settings, dataSource);
    InstantSource clock = clock();
    Catalogue catalogue =
        settings.running().demo()
            ? DemoData.fill(travel, clock.instant())
            : DemoData.nothing(travel, clock.instant());
    Persons.eraseAgain(settings, dataSource, travel);
    health = new Health(dataSource);
    security = JdbcSecurity.of(travel, alerts());
    tokens = Tokens.of(security);
    staff = staff(catalogue);
    Rates rates = rates();
    OctoApi octo =
        OctoApi.of(
            new OctoApi.Parts(
                dataSource, travel, catalogue, clock, settings.personKeys().orElse(null)),
            new Guard(tokens.all(), rates.limiter(Rates.CHANGES)));
    shop = shop(Stock.of(dataSource, travel, catalogue, clock));
    rules = rules(octo);
    web = WebServer.start(wired(), routes -> add(routes, octo, rates));
  }

  /** Starts a server: when this returns, it answers. */
  static RunningServer start(Settings settings) {
    ProgramDatabase database = Tables.database(settings);
    try {
      return new RunningServer(settings, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private Staff staff(Catalogue catalogue) {
    SecurityEvents events = new SecurityEvents(Settings.MACHINE, List.of(new LoggedEvents()));
    meters.watch(database.dataSource());
    meters.watch(events);
    return Staff.of(
        settings,
        database.dataSource(),
        new Staff.Parts(security, catalogue.operator().id(), events));
  }

  private InstantSource clock() {
    InstantSource told = settings.running().clock();
    return told == null ? new DatabaseTime(database.dataSource()) : told;
  }

  private DemoShop shop(Stock stock) {
    NativeApi.Guards guards =
        new NativeApi.Guards(
            tokens.all(),
            staff.sessions()::person,
            staff.office(stock.catalogue().operator().id()),
            security,
            settings.running().changesAllowed(),
            alerts());
    return DemoShop.open(stock, guards, URI.create(address()), settings.secrets());
  }

  /** The API and its sandbox, for pages and tests. */
  DemoShop shop() {
    return shop;
  }

  private static AlertSink alerts() {
    return alert -> LOG.warn("{}: {}", alert.rule(), alert.text());
  }

  private Rates rates() {
    return new Rates(
        settings.running().changesAllowed(),
        settings.web().naming().clientAddress(),
        security::rateLimiter,
        meters);
  }

  private WebServer.Parts wired() {
    Settings.Web told = settings.web();
    return new WebServer.Parts(
        settings.profile(), told.listening(), told.naming(), told.limits(), meters);
  }

  /** All endpoints, each with its line in the table. */
  private void add(RoutesConfig routes, OctoApi octo, Rates rates) {
    String watchToken =
        settings
            .secrets()
            .find(SettingsReader.METRICS_TOKEN)
            .map(secret -> secret.current().text())
            .orElse(null);
    Gate.Guards guards =
        new Gate.Guards(
            rates, staff.sessions(), settings.web().naming().clientAddress(), watchToken);
    new Gate(rules, guards).addTo(routes);
    new Watch(health, meters).addTo(routes);
    staff.signIn().addTo(routes);
    octo.addTo(routes, this::address);
    shop.api().addTo(routes);
  }

  /** {@return the table of all endpoints} */
  List<Rule> rules() {
    return rules;
  }

  private List<Rule> rules(OctoApi octo) {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(Watch.rules());
    rules.addAll(SignIn.rules());
    rules.addAll(octo.rules());
    rules.addAll(shop.api().rules());
    return List.copyOf(rules);
  }

  /** {@return all endpoints, as {@code GET /path}} */
  List<String> endpoints() {
    return web.endpoints();
  }

  /** The server's address, without a slash at its end. */
  String address() {
    return settings.web().naming().isSecure()
        ? settings.web().naming().origin()
        : "http://127.0.0.1:" + settings.web().listening().port();
  }

  /** Issues a token for all that a reseller does, for a day. */
  Secret issueToken(String reseller) {
    return tokens.issue(reseller, 1);
  }

  /** Makes an account for somebody who may do everything, and tells its password. */
  String addDemoStaff(String name) {
    String password = Staff.chance(12);
    staff.accounts().put(new SubjectId(name), name, password, StaffRoles.ADMIN);
    return password;
  }

  /** What it was told. */
  Settings settings() {
    return settings;
  }

  /** Its database. */
  DataSource dataSource() {
    return database.dataSource();
  }

  /** The staff. */
  Staff staff() {
    return staff;
  }

  /** The resellers' tokens. */
  ApiTokens tokens() {
    return tokens.all();
  }

  /** Takes no new request, lets those that have begun end, and stops. */
  @Override
  public void close() {
    health.drain();
    shop.api().close();
    try {
      web.close();
    } finally {
      security.close();
      database.close();
    }
  }
}
