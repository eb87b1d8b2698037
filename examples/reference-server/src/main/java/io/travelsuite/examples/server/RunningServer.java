package io.travelsuite.examples.server;

import io.javalin.config.RoutesConfig;
import io.travelsuite.examples.server.api.NativeApi;
import io.travelsuite.examples.server.board.Board;
import io.travelsuite.examples.server.edge.Gate;
import io.travelsuite.examples.server.edge.Limiters;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.TokenGuard;
import io.travelsuite.examples.server.edge.WebServer;
import io.travelsuite.examples.server.octo.Guard;
import io.travelsuite.examples.server.octo.OctoApi;
import io.travelsuite.examples.server.operation.Health;
import io.travelsuite.examples.server.operation.Watch;
import io.travelsuite.examples.server.operation.WebhookVerdicts;
import io.travelsuite.examples.server.page.Assets;
import io.travelsuite.examples.server.page.Pages;
import io.travelsuite.examples.server.page.Site;
import io.travelsuite.examples.server.page.Visitors;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.signin.SignIn;
import io.travelsuite.examples.server.signin.StaffRoles;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.secret.Secret;
import io.travelsuite.security.role.SubjectId;
import io.travelsuite.security.token.ApiTokens;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A server that runs: the library on its database, and the HTTP endpoints. Thread-safe. */
final class RunningServer implements AutoCloseable {

  private final Settings settings;
  private final Foundation foundation;
  private final Health health;
  private final Tokens tokens;
  private final StaffDoor staff;
  private final Telling telling;
  private final DemoShop shop;
  private final Visitors visitors;
  private final Pages pages;
  private final Board board;
  private final List<Rule> rules;
  private final WebServer web;

  private RunningServer(Settings settings, Foundation foundation) {
    this.settings = settings;
    this.foundation = foundation;
    Limiters limiters = foundation.limiters();
    Rates rates =
        new Rates(
            settings.running().changesAllowed(), settings.web().naming().clientAddress(), limiters);
    health = new Health(foundation.dataSource());
    tokens = Tokens.of(foundation.security());
    staff = staffDoor();
    OctoApi octo = octo(rates);
    TicketKeys keys = DemoShop.tickets(settings.secrets());
    telling = Telling.start(settings, foundation, keys);
    shop = shop(limiters, keys);
    visitors = StaffDoor.visitors(settings);
    pages = new Pages(Assets.of(files()), foundation.stock().catalogue().operator().name());
    board = board();
    rules = rules(octo);
    web = WebServer.start(wired(), routes -> add(routes, octo, rates));
  }

  /** Starts a server: when this returns, it answers. */
  static RunningServer start(Settings settings) {
    Foundation foundation = Foundation.open(settings);
    try {
      return new RunningServer(settings, foundation);
    } catch (RuntimeException e) {
      foundation.close();
      throw e;
    }
  }

  private OperatorId operator() {
    return foundation.stock().catalogue().operator().id();
  }

  private StaffDoor staffDoor() {
    return StaffDoor.of(
        settings,
        foundation.dataSource(),
        new StaffDoor.Parts(foundation.security(), operator(), foundation.monitoring().events()));
  }

  private Board board() {
    return new Board(
        new Board.Parts(
            foundation.stock(), shop.api().office(), staff.members(), staff.sessions(), pages));
  }

  private OctoApi octo(Rates rates) {
    Stock stock = foundation.stock();
    return OctoApi.of(
        new OctoApi.Parts(
            foundation.dataSource(),
            stock.travel(),
            stock.catalogue(),
            stock.clock(),
            settings.personKeys().orElse(null)),
        new Guard(new TokenGuard(tokens.all()), rates.limiter(Rates.CHANGES)));
  }

  private DemoShop shop(Limiters limiters, TicketKeys keys) {
    NativeApi.Guards guards =
        new NativeApi.Guards(
            tokens.all(),
            staff.sessions()::person,
            staff.members(),
            limiters,
            settings.running().changesAllowed(),
            foundation.monitoring().alerts());
    return DemoShop.open(
        foundation.stock(),
        guards,
        new DemoShop.Terms(
            URI.create(origin()),
            settings.secrets(),
            keys,
            telling.outgoing().desk(),
            new WebhookVerdicts(foundation.metrics(), foundation.monitoring().events()),
            settings.running().demo()));
  }

  /** What it tells by itself. */
  Telling telling() {
    return telling;
  }

  /** The API and its sandbox, for pages and tests. */
  DemoShop shop() {
    return shop;
  }

  private static List<String> files() {
    List<String> files = new ArrayList<>(Site.files());
    files.addAll(Board.files());
    return files;
  }

  private WebServer.Parts wired() {
    Settings.Web told = settings.web();
    return new WebServer.Parts(
        settings.profile(),
        told.listening(),
        told.naming(),
        told.limits(),
        foundation.metrics(),
        foundation.monitoring().answers());
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
            rates,
            staff.sessions(),
            settings.web().naming().clientAddress(),
            watchToken,
            visitors,
            pages);
    new Gate(rules, guards).addTo(routes);
    new Watch(health, foundation.meters()).addTo(routes);
    staff.signIn().addTo(routes);
    board.addTo(routes);
    octo.addTo(routes, this::address);
    shop.api().addTo(routes);
    Site.of(pages, visitors, shop.front(telling.mails().isPresent())).addTo(routes);
  }

  /** {@return the table of all endpoints} */
  List<Rule> rules() {
    return rules;
  }

  private List<Rule> rules(OctoApi octo) {
    List<Rule> rules = new ArrayList<>();
    rules.addAll(Watch.rules());
    rules.addAll(SignIn.rules());
    rules.addAll(board.rules());
    rules.addAll(octo.rules());
    rules.addAll(shop.api().rules());
    rules.addAll(Site.rules());
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

  /** Where its pages are, as browsers write it: cookies want HTTPS, or localhost by name. */
  String origin() {
    return settings.web().naming().origin();
  }

  /** Issues a token for all that a reseller does, for a day. */
  Secret issueToken(String reseller) {
    return tokens.issue(reseller, 1);
  }

  /** Makes an account for somebody who may do everything, and tells its password. */
  String addDemoStaff(String name) {
    String password = StaffDoor.chance(12);
    staff.accounts().put(new SubjectId(name), name, password, StaffRoles.ADMIN);
    return password;
  }

  /** What it sells, and where it is kept. */
  Stock stock() {
    return foundation.stock();
  }

  /** What it was told. */
  Settings settings() {
    return settings;
  }

  /** Its database. */
  DataSource dataSource() {
    return foundation.dataSource();
  }

  /** The staff. */
  StaffDoor staff() {
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
      telling.close();
    } finally {
      foundation.close();
    }
  }
}
