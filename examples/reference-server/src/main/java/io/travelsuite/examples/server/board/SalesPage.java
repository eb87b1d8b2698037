package io.travelsuite.examples.server.board;

import io.travelsuite.examples.server.board.Visit.View;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.office.Sales;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Availability;
import io.travelsuite.inventory.LegAvailability;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.price.DateRange;
import io.travelsuite.sale.SaleState;
import io.travelsuite.security.role.Permissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was sold in the last thirty days, and how full the next seven are. */
final class SalesPage {

  static final String PATH = "/office/sales";

  private static final int BACK = 30;
  private static final int AHEAD = 7;

  private final Stock stock;
  private final Sales sales;

  SalesPage(Stock stock, Sales sales) {
    this.stock = stock;
    this.sales = sales;
  }

  List<Endpoint> table() {
    return List.of(Endpoint.get(PATH, Permissions.BOOKING_READ, this::show));
  }

  private record Shown(SalesChart chart, Sales.Sum total, List<OfProduct> products) {}

  /** A product: what was sold of it, and how full it is. */
  private record OfProduct(String name, Sales.Sum sum, List<Bar> bars) {}

  private void show(Visit visit) {
    LocalDate today = stock.today();
    Map<LocalDate, Sales.Sum> days = new LinkedHashMap<>();
    for (int back = BACK - 1; back >= 0; back--) {
      days.put(today.minusDays(back), Sales.Sum.NOTHING);
    }
    Map<ProductId, Sales.Sum> products = new LinkedHashMap<>();
    Sales.Sum total = Sales.Sum.NOTHING;
    for (Sales.Day day : sales.list(new DateRange(today.minusDays(BACK - 1L), today))) {
      days.merge(day.day(), day.sum(), Sales.Sum::plus);
      products.merge(day.product(), day.sum(), Sales.Sum::plus);
      total = total.plus(day.sum());
    }
    Shown shown =
        new Shown(
            SalesChart.of(days),
            total,
            stock.catalogue().offers().stream()
                .map(offer -> product(offer, products, today))
                .toList());
    visit.show(200, new View("Sales", PATH, "sales", shown), null);
  }

  private OfProduct product(Offer offer, Map<ProductId, Sales.Sum> sums, LocalDate today) {
    List<Availability> departures =
        stock
            .travel()
            .inventory()
            .availability(offer.product().id(), today, today.plusDays(AHEAD - 1L));
    return new OfProduct(
        offer.product().name(),
        sums.getOrDefault(offer.product().id(), Sales.Sum.NOTHING),
        fill(departures));
  }

  /** All legs of all departures together: a coach that is full half the way is half full. */
  private static List<Bar> fill(List<Availability> departures) {
    Map<String, int[]> pools = new LinkedHashMap<>();
    for (Availability departure : departures) {
      for (LegAvailability leg :
          departure.state() == SaleState.CANCELLED
              ? List.<LegAvailability>of()
              : departure.legs()) {
        int[] sum = pools.computeIfAbsent(leg.pool(), name -> new int[2]);
        sum[0] += leg.taken();
        sum[1] += leg.capacity().sellable();
      }
    }
    List<Bar> bars = new ArrayList<>();
    pools.forEach((pool, sum) -> bars.add(Bar.of(pool, sum[0], sum[1])));
    return bars;
  }
}
