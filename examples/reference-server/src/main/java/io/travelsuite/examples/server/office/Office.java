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
 * @param desk finds bookings and cancels them
 * @param refunding gives money back
 * @param refunds what was given back, and is to be
 * @param sales what was sold, day by day
 */
public record Office(
    Departures departures,
    Gate gate,
    BookingDesk desk,
    Refunding refunding,
    Refunds refunds,
    Sales sales) {

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
        new BookingDesk(stock, cashier),
        new Refunding(stock, cashier, staff),
        cashier.refunds(),
        new Sales(stock));
  }
}
