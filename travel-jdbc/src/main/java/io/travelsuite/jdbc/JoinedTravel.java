package io.travelsuite.jdbc;

import io.travelsuite.Travel;
import io.travelsuite.booking.Bookings;
import io.travelsuite.idempotency.Idempotency;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.price.Prices;
import io.travelsuite.schedule.Schedules;
import io.travelsuite.search.Search;

/** The library on a host's connection. Integrity checks do not join. */
final class JoinedTravel implements Travel {

  private final JoinedTransactions transactions;
  private final Offers offers;
  private final Settings settings;
  private final Integrity integrity;

  JoinedTravel(
      JoinedTransactions transactions, Offers offers, Settings settings, Integrity integrity) {
    this.transactions = transactions;
    this.offers = offers;
    this.settings = settings;
    this.integrity = integrity;
  }

  @Override
  public Inventory inventory() {
    return new JdbcInventory(transactions, offers, settings);
  }

  @Override
  public Prices prices() {
    return new JdbcPrices(transactions, new DatabaseClock(settings.clock()));
  }

  @Override
  public Search search() {
    return new JdbcSearch(transactions, offers, settings);
  }

  @Override
  public Bookings bookings() {
    return settings.measured(JdbcBookings.direct(transactions, offers, settings));
  }

  @Override
  public Schedules schedules() {
    return new JdbcSchedules(transactions, offers, settings, bookings());
  }

  @Override
  public Idempotency idempotency() {
    return new JdbcIdempotency(transactions, new DatabaseClock(settings.clock()));
  }

  @Override
  public Integrity integrity() {
    return integrity;
  }
}
