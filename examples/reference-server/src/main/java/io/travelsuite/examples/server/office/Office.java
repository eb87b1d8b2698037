package io.travelsuite.examples.server.office;

import io.travelsuite.examples.server.refund.Refunds;
import io.travelsuite.examples.server.shop.Cashier;
import io.travelsuite.examples.server.shop.TicketDesk;
import io.travelsuite.examples.server.signin.Staff;
import io.travelsuite.examples.server.store.Stock;

/**
 * What operators do.
 *
 * @param departures changes what is sold
 * @param gate lets travellers in
 * @param refunding gives money back
 * @param refunds what was given back, and is to be
 */
public record Office(Departures departures, Gate gate, Refunding refunding, Refunds refunds) {

  /**
   * {@return an office}
   *
   * @param stock what is sold
   * @param cashier gives money back
   * @param tickets judges what is shown at the gate
   * @param staff who may do what
   */
  public static Office of(Stock stock, Cashier cashier, TicketDesk tickets, Staff staff) {
    return new Office(
        new Departures(stock),
        new Gate(stock, tickets),
        new Refunding(stock, cashier, staff),
        cashier.refunds());
  }
}
