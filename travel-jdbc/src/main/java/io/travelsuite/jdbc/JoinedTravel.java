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
    return settings.port(Inventory.class, new JdbcInventory(transactions, offers, settings));
  }

  @Override
  public Prices prices() {
    return settings.port(
        Prices.class, new JdbcPrices(transactions, new DatabaseClock(settings.clock())));
  }

  @Override
  public Search search() {
    return settings.port(Search.class, new JdbcSearch(transactions, offers, settings));
  }

  @Override
  public Bookings bookings() {
    return settings.port(Bookings.class, JdbcBookings.direct(transactions, offers, settings));
  }

  @Override
  public Schedules schedules() {
    Bookings direct = JdbcBookings.direct(transactions, offers, settings);
    return settings.port(
        Schedules.class, new JdbcSchedules(transactions, offers, settings, direct));
  }

  @Override
  public Idempotency idempotency() {
    return settings.port(
        Idempotency.class, new JdbcIdempotency(transactions, new DatabaseClock(settings.clock())));
  }

  @Override
  public Integrity integrity() {
    return integrity;
  }
}
