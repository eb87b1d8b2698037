package io.travelsuite.examples.server.store;

import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * What is sold, and where it is kept.
 *
 * @param travel the library
 * @param catalogue what the supplier tells of its products
 * @param transactions the server's own, which the library joins
 * @param clock by which the server judges time
 */
public record Stock(
    JdbcTravel travel, Catalogue catalogue, HostTransactions transactions, InstantSource clock) {

  /**
   * {@return what is sold, in a database}
   *
   * @param dataSource the database
   * @param travel the library on it
   * @param catalogue what the supplier tells of its products
   * @param clock by which the server judges time
   */
  public static Stock of(
      DataSource dataSource, JdbcTravel travel, Catalogue catalogue, InstantSource clock) {
    return new Stock(travel, catalogue, new HostTransactions(dataSource, travel), clock);
  }
}
