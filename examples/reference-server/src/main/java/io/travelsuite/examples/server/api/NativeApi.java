package io.travelsuite.examples.server.api;

import io.javalin.config.RoutesConfig;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.examples.server.edge.Limiters;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.TokenGuard;
import io.travelsuite.examples.server.office.Departures;
import io.travelsuite.examples.server.office.Office;
import io.travelsuite.examples.server.office.Sales;
import io.travelsuite.examples.server.partner.PartnerDesk;
import io.travelsuite.examples.server.partner.PartnerSecrets;
import io.travelsuite.examples.server.pay.Till;
import io.travelsuite.examples.server.pay.WebhookDesk;
import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.examples.server.shop.Cashier;
import io.travelsuite.examples.server.shop.LiveSeats;
import io.travelsuite.examples.server.shop.Shop;
import io.travelsuite.examples.server.shop.TicketKeys;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcWebhookInbox;
import io.travelsuite.payments.PaymentDesk;
import io.travelsuite.security.token.ApiTokens;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's own API: what customers and operators do, put together, with the jobs behind it.
 * Thread-safe; has two threads until it is closed.
 */
public final class NativeApi implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(NativeApi.class);
  private static final int MOST_LISTENERS = 500;
  private static final int BATCH = 100;

  private final Shop shop;
  private final Office office;
  private final WebhookDesk webhooks;
  private final PartnerDesk partners;
  private final LiveSeats live;
  private final PaymentDesk payments;
  private final Idempotency idempotency;
  private final List<Route> table;
  private final Dispatcher dispatcher;
  private final ScheduledExecutorService jobs = Executors.newScheduledThreadPool(2);

  private NativeApi(Stock stock, Guards guards, Shopfront front) {
    JdbcPayments store = JdbcPayments.of(stock.travel());
    payments =
        PaymentDesk.builder(stock.travel().bookings(), store, front.till().provider())
            .alerts(guards.alerts())
            .build();
    Cashier cashier =
        new Cashier(
            front.till(), payments, new Refunds(stock.transactions(), payments), front.home());
    shop = Shop.of(stock, cashier, front.keys());
    office = Office.of(stock, cashier, shop.tickets(), guards.staff());
    partners = front.partners();
    webhooks = webhooks(stock, front, store);
    live = new LiveSeats(shop.search(), MOST_LISTENERS);
    table = table();
    idempotency = stock.travel().idempotency();
    dispatcher =
        new Dispatcher(
            callers(stock, guards),
            new Limits(guards.limiters(), guards.changes()),
            new Dispatcher.Keyed(
                idempotency,
                front.till().provider().mode(),
                new StoredAnswers(stock.travel().bookings(), cashier.refunds())));
  }

  private static WebhookDesk webhooks(Stock stock, Shopfront front, JdbcPayments store) {
    Map<String, WebhookDesk.Source> sources = new HashMap<>(front.sources());
    if (front.till().open()) {
      sources.put(front.till().provider().name(), WebhookDesk.Source.of(front.till(), store));
    }
    return new WebhookDesk(JdbcWebhookInbox.of(stock.travel()), sources, front.verdicts());
  }

  private static Callers callers(Stock stock, Guards guards) {
    return new Callers(
        new TokenGuard(guards.tokens()),
        guards.signedIn(),
        guards.staff(),
        stock.catalogue().operator().id());
  }

  /**
   * Who is let in.
   *
   * @param tokens of programs
   * @param signedIn people
   * @param staff who works here
   * @param limiters count calls
   * @param changes how many calls that change something one caller may make, as {@code 600/m}
   * @param alerts who is told what somebody should look at
   */
  public record Guards(
      ApiTokens tokens,
      SignedIn signedIn,
      Staff staff,
      Limiters limiters,
      String changes,
      AlertSink alerts) {}

  /**
   * What is the shop's own.
   *
   * @param till takes money
   * @param keys sign tickets
   * @param home where customers come back to, without a slash at its end
   * @param partners who is told by webhooks
   * @param sources who sends webhooks beside the till's provider, by the name in their address
   * @param verdicts who is told what became of webhooks
   */
  public record Shopfront(
      Till till,
      TicketKeys keys,
      URI home,
      PartnerDesk partners,
      Map<String, WebhookDesk.Source> sources,
      WebhookDesk.Verdicts verdicts) {}

  /** {@return what makes the API's own tables} */
  public static List<String> tables() {
    return List.of(Refunds.TABLE, Departures.TABLE, Sales.TABLE, PartnerSecrets.TABLE);
  }

  /**
   * {@return the API, on tables that are there}
   *
   * @param stock what is sold
   * @param guards who is let in
   * @param front what is the shop's own
   */
  public static NativeApi start(Stock stock, Guards guards, Shopfront front) {
    NativeApi api = new NativeApi(stock, guards, front);
    api.everySecond(api::work);
    api.everySecond(api::tell);
    return api;
  }

  private void everySecond(Runnable job) {
    Future<?> unused = jobs.scheduleWithFixedDelay(job, 1, 1, TimeUnit.SECONDS);
  }

  private List<Route> table() {
    return Stream.of(
            new ShopRoutes(shop.search(), shop.checkout(), shop.cancelling()).table(),
            new LiveRoute(live).table(),
            new PayRoutes(shop.payments(), shop.tickets()).table(),
            new OfficeRoutes(office.departures(), office.gate()).table(),
            new RefundRoutes(office.refunding(), office.refunds()).table(),
            new PartnerRoutes(partners).table(),
            new OpenRoutes(webhooks, this::arrived).table())
        .flatMap(List::stream)
        .toList();
  }

  /** {@return what customers do, for pages} */
  public Shop shop() {
    return shop;
  }

  /** {@return what is left of departures as it changes, for pages} */
  public LiveSeats live() {
    return live;
  }

  /** {@return what operators do, for pages} */
  public Office office() {
    return office;
  }

  /**
   * {@return the table of endpoints, a line each}: method, path, permission, limit and what keeps
   * it from being done twice
   */
  public List<String> endpoints() {
    return table.stream().map(Route::line).toList();
  }

  /** {@return the lines of the server's table of endpoints}: what is counted is counted here */
  public List<Rule> rules() {
    return Stream.concat(table.stream().map(Route::rule), Dispatcher.elsewhere()).toList();
  }

  /**
   * Adds the endpoints to a server.
   *
   * @param routes the server's
   */
  public void addTo(RoutesConfig routes) {
    dispatcher.addTo(routes, table);
  }

  private void arrived() {
    try {
      jobs.execute(this::work);
    } catch (RejectedExecutionException closing) {
      LOG.debug("a webhook is left to the next start", closing);
    }
  }

  /** What has come in, what is half done, and what is owed. */
  private void work() {
    quietly("webhooks", webhooks::handleAll);
    quietly("payments", () -> payments.reconciler().run(BATCH));
    quietly("refunds", () -> office.refunds().settleDue(BATCH));
    quietly("kept answers", () -> idempotency.purge(BATCH));
  }

  private void tell() {
    quietly("live seats", live::round);
  }

  private static void quietly(String job, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed, and will be tried again", job, e);
    }
  }

  /** Ends the feeds and the jobs. */
  @Override
  public void close() {
    live.close();
    jobs.shutdown();
    try {
      if (!jobs.awaitTermination(10, TimeUnit.SECONDS)) {
        jobs.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
