package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.store.Stock;

/**
 * What customers do.
 *
 * @param search finds departures
 * @param checkout holds places
 * @param payments takes money
 * @param cancelling cancels
 * @param tickets issues tickets
 */
public record Shop(
    TripSearch search,
    Checkout checkout,
    PayDesk payments,
    Cancelling cancelling,
    TicketDesk tickets) {

  /**
   * {@return a shop}
   *
   * @param stock what is sold
   * @param cashier takes money and gives it back
   * @param keys sign tickets
   */
  public static Shop of(Stock stock, Cashier cashier, TicketKeys keys) {
    TripSearch search = new TripSearch(stock);
    Checkout checkout = new Checkout(stock, search, cashier);
    return new Shop(
        search,
        checkout,
        new PayDesk(checkout, cashier),
        new Cancelling(stock, checkout, cashier),
        new TicketDesk(stock, checkout, keys, cashier.home().getHost()));
  }
}
