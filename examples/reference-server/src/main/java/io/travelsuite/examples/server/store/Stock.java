package io.travelsuite.examples.server.store;

import io.travelsuite.examples.server.catalogue.Catalogue;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import java.time.InstantSource;
import java.time.LocalDate;

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
   * {@return what is sold}
   *
   * @param travel the library
   * @param catalogue what the supplier tells of its products
   * @param clock by which the server judges time
   */
  public static Stock of(JdbcTravel travel, Catalogue catalogue, InstantSource clock) {
    return new Stock(travel, catalogue, HostTransactions.of(travel), clock);
  }

  /** {@return the date where the company is} */
  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), catalogue.home());
  }
}
