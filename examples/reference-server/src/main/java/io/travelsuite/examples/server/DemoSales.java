package io.travelsuite.examples.server;

import io.travelsuite.booking.Customer;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.examples.server.catalogue.Offer;
import io.travelsuite.examples.server.catalogue.Option;
import io.travelsuite.examples.server.office.Sales;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.inventory.Availability;
import io.travelsuite.price.DateRange;
import io.travelsuite.seat.SeatWish;
import java.time.LocalDate;
import java.util.Random;

/**
 * Bookings of the next days, and a month of sales before them, so that a demo's board has something
 * to show. Safe to repeat. The past is made up: it is numbers alone, of which there are no
 * bookings.
 */
final class DemoSales {

  private static final int AHEAD = 5;
  private static final int BACK = 30;
  private static final int MOST_BOOKINGS = 5;
  private static final int MOST_UNITS = 4;

  private final Stock stock;
  private final Random random = new Random(20);

  private DemoSales(Stock stock) {
    this.stock = stock;
  }

  /** Both. */
  static void fill(Stock stock) {
    past(stock);
    DemoSales demo = new DemoSales(stock);
    for (Offer offer : stock.catalogue().offers()) {
      LocalDate today = today(stock, offer);
      stock
          .travel()
          .inventory()
          .availability(offer.product().id(), today, today.plusDays(AHEAD))
          .forEach(departure -> demo.book(offer.options().get(0), departure));
    }
  }

  /** The month before. */
  static void past(Stock stock) {
    DemoSales demo = new DemoSales(stock);
    stock.catalogue().offers().forEach(offer -> demo.past(offer, today(stock, offer)));
  }

  private static LocalDate today(Stock stock, Offer offer) {
    return LocalDate.ofInstant(stock.clock().instant(), offer.product().zone());
  }

  private void book(Option option, Availability departure) {
    int bookings = random.nextInt(MOST_BOOKINGS + 1);
    for (int i = 0; i < bookings; i++) {
      int units = 1 + random.nextInt(MOST_UNITS);
      Line line = Line.of(departure.occurrence(), option.units().get(0).code(), units);
      if (option.stops() != null) {
        line = line.between(option.stops().from(), option.stops().to());
      }
      if (option.rules().seated()) {
        line = line.seats(SeatWish.bestAvailable());
      }
      HoldRequest request =
          HoldRequest.of(line)
              .key("demo-" + departure.occurrence() + "-" + i)
              .customer(new Customer("Demo guest " + (100 + random.nextInt(900)), null, null, null))
              .channel(i % 2 == 0 ? "web" : "octo");
      if (stock.travel().bookings().hold(request) instanceof Held held) {
        stock.travel().bookings().confirm(held.booking().id(), "demo");
      }
    }
  }

  private void past(Offer offer, LocalDate today) {
    DateRange month = new DateRange(today.minusDays(BACK), today.minusDays(1));
    boolean known =
        stock.transactions().run((connection, joined) -> Sales.list(connection, month)).stream()
            .anyMatch(day -> day.product().equals(offer.product().id()));
    for (LocalDate day = month.first();
        !known && !day.isAfter(month.last());
        day = day.plusDays(1)) {
      int bookings = day.getDayOfWeek().getValue() + random.nextInt(MOST_BOOKINGS);
      Sales.Sum sum =
          new Sales.Sum(bookings, bookings * 2 + random.nextInt(bookings), random.nextInt(2));
      Sales.Day sold = new Sales.Day(day, offer.product().id(), sum);
      stock
          .transactions()
          .run(
              (connection, joined) -> {
                Sales.add(connection, sold);
                return true;
              });
    }
  }
}
