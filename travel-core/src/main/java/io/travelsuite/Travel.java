package io.travelsuite;

import io.travelsuite.booking.Bookings;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.price.Prices;
import io.travelsuite.schedule.Schedules;
import io.travelsuite.search.Search;

/**
 * The whole library behind one object: what is sold, who has booked it, and whether the two agree.
 *
 * <p>Thread-safe and meant to be shared: make one per database and keep it. It starts no thread and
 * holds no connection between calls.
 */
public interface Travel {

  /** {@return operators, products and occurrences: what is on sale} */
  Inventory inventory();

  /** {@return what it costs: price rules and promo codes} */
  Prices prices();

  /** {@return what can be had: departures, what is left of them and what they cost} */
  Search search();

  /** {@return holds and bookings} */
  Bookings bookings();

  /** {@return what makes occurrences by rules, and what an operator does to dated ones} */
  Schedules schedules();

  /** {@return claims of idempotency keys: what is done once, and answered again} */
  Idempotency idempotency();

  /** {@return what recomputes every counter from the bookings, and mends drift} */
  Integrity integrity();
}
