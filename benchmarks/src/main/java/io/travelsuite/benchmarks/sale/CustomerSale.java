package io.travelsuite.benchmarks.sale;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Customer;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Sells through the library to customers with name, e-mail and telephone, each another. */
public final class CustomerSale implements Sale {

  private final JdbcTravel travel;
  private final AtomicLong customers = new AtomicLong();

  /**
   * A sale.
   *
   * @param travel the library
   */
  public CustomerSale(JdbcTravel travel) {
    this.travel = travel;
  }

  @Override
  public Answer sell(Wish wish) {
    long number = customers.incrementAndGet();
    Customer customer =
        new Customer(
            "Maria Fernandes " + number,
            "maria." + number + "@mail.example",
            "+3519%08d".formatted(number % 100_000_000),
            Locale.GERMANY);
    HoldRequest request = HoldRequest.of(wish.occurrence(), wish.units()).key(wish.key());
    HoldResult result = travel.bookings().hold(request.customer(customer));
    if (result instanceof Busy) {
      return Answer.BUSY;
    }
    Booking held = result.orElseThrow();
    if (!held.customer().equals(customer)) {
      throw new IllegalStateException("a hold was answered with another customer");
    }
    return Answer.SOLD;
  }
}
