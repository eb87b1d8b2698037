package io.travelsuite.examples.server;

import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.examples.server.edge.Limiters;
import io.travelsuite.examples.server.operation.Meters;
import io.travelsuite.examples.server.operation.Monitoring;
import io.travelsuite.examples.server.store.Stock;
import io.travelsuite.jdbc.DatabaseTime;
import io.travelsuite.jdbc.JdbcSecurity;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.metric.Metrics;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What all endpoints stand on: the library on its database, measured and watched over. */
final class Foundation implements AutoCloseable {

  private final ProgramDatabase database;
  private final Meters meters = new Meters();
  private final Monitoring monitoring;
  private final Stock stock;
  private final JdbcSecurity security;

  private Foundation(Settings settings, ProgramDatabase database) {
    this.database = database;
    DataSource dataSource = database.dataSource();
    meters.watch(dataSource);
    JdbcTravel travel = Tables.open(settings, dataSource, metrics());
    InstantSource told = settings.running().clock();
    InstantSource clock = told == null ? new DatabaseTime(dataSource) : told;
    Catalogue catalogue =
        settings.running().demo()
            ? DemoData.fill(travel, clock.instant())
            : DemoData.nothing(travel, clock.instant());
    Persons.eraseAgain(settings, dataSource, travel);
    stock = Stock.of(travel, catalogue, clock);
    monitoring =
        Monitoring.start(
            settings.running().outside().watchers(), dataSource, meters, Settings.MACHINE);
    security = JdbcSecurity.of(travel, monitoring.alerts());
  }

  static Foundation open(Settings settings) {
    ProgramDatabase database = Tables.database(settings);
    try {
      return new Foundation(settings, database);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  DataSource dataSource() {
    return database.dataSource();
  }

  Meters meters() {
    return meters;
  }

  Metrics metrics() {
    return meters.metrics();
  }

  Monitoring monitoring() {
    return monitoring;
  }

  Stock stock() {
    return stock;
  }

  JdbcSecurity security() {
    return security;
  }

  Limiters limiters() {
    return new Limiters(security::rateLimiter, security::leasedRateLimiter, metrics());
  }

  @Override
  public void close() {
    security.close();
    monitoring.close();
    database.close();
  }
}
