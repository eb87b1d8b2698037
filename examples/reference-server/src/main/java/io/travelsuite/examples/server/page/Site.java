package io.travelsuite.examples.server.page;

import io.javalin.config.RoutesConfig;
import io.travelsuite.examples.server.edge.Rates;
import io.travelsuite.examples.server.edge.Rule;
import io.travelsuite.examples.server.edge.Rule.Entry;
import java.util.List;

/** The pages of customers, put together. Thread-safe. */
public final class Site {

  /** What they load. */
  private static final List<String> FILES =
      List.of(
          "site.css",
          "site.js",
          "icon.svg",
          "trip.svg",
          "walking-tour.svg",
          "tile-museum.svg",
          "coast-coach.svg",
          "island-ferry.svg",
          "boutique-hotel.svg");

  private final FindPage find;
  private final OrderPage order;
  private final BookingPage bookings;
  private final PayPage pay;
  private final Assets assets;

  private Site(Pages pages, Visitors visitors, Front front) {
    find = new FindPage(pages, visitors, front.shop().search());
    order = new OrderPage(pages, visitors, front);
    bookings = new BookingPage(pages, visitors, front);
    pay = new PayPage(pages, bookings);
    assets = pages.assets();
  }

  /**
   * {@return the pages}
   *
   * @param pages shows them
   * @param visitors who looks at them
   * @param front what they stand on
   */
  public static Site of(Pages pages, Visitors visitors, Front front) {
    return new Site(pages, visitors, front);
  }

  /** {@return the names of the files that pages load, among the resources of the server} */
  public static List<String> files() {
    return FILES.stream().map(file -> "page/assets/" + file).toList();
  }

  /** {@return the lines of the table of endpoints} */
  public static List<Rule> rules() {
    return List.of(
        seen(FindPage.PATH),
        seen(OrderPage.PATH),
        sent(OrderPage.PATH),
        seen(OrderPage.LIVE),
        seen(BookingPage.ALL),
        seen(BookingPage.PATH),
        sent(PayPage.PATH),
        sent(PayPage.EXTENSION),
        seen(BookingPage.CANCELLATION),
        sent(BookingPage.CANCELLATION),
        seen(BookingPage.PDF),
        seen(BookingPage.CALENDAR),
        Assets.rule());
  }

  private static Rule seen(String path) {
    return new Rule("GET", path, Entry.PUBLIC, null, Rates.PAGES);
  }

  private static Rule sent(String path) {
    return new Rule("POST", path, Entry.VISITOR, null, Rates.SHOP);
  }

  /**
   * Adds the endpoints to a server.
   *
   * @param routes the server's
   */
  public void addTo(RoutesConfig routes) {
    routes.get(FindPage.PATH, find::show);
    routes.get(OrderPage.PATH, order::show);
    routes.post(OrderPage.PATH, order::hold);
    routes.get(OrderPage.LIVE, order::live);
    routes.get(BookingPage.ALL, bookings::all);
    routes.get(BookingPage.PATH, pay::show);
    routes.post(PayPage.PATH, pay::pay);
    routes.post(PayPage.EXTENSION, pay::extend);
    routes.get(BookingPage.CANCELLATION, bookings::askToCancel);
    routes.post(BookingPage.CANCELLATION, bookings::cancel);
    routes.get(BookingPage.PDF, bookings::pdf);
    routes.get(BookingPage.CALENDAR, bookings::calendar);
    assets.addTo(routes);
  }
}
