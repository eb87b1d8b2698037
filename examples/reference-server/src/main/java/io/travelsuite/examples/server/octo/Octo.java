package io.travelsuite.examples.server.octo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.jdbc.HostTransactions;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Everything that the endpoints are made of, put together once. */
record Octo(
    JdbcTravel travel,
    HostTransactions transactions,
    ReservationTable table,
    Products products,
    BookingAnswers answers,
    Fingerprints fingerprints,
    InstantSource clock) {

  /** Makes the server's own table. */
  static void migrate(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      ReservationTable.create(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("the server's own table cannot be made", e);
    }
  }

  static Octo of(OctoApi.Parts parts) {
    ObjectMapper json = Json.mapper();
    JdbcTravel travel = parts.travel();
    Products products = new Products(travel, parts.catalogue());
    return new Octo(
        travel,
        HostTransactions.of(travel),
        new ReservationTable(
            new DetailsTexts(json, parts.catalogue().operator().id(), parts.keys())),
        products,
        new BookingAnswers(products, new Slots(travel)),
        new Fingerprints(json, parts.keys()),
        parts.clock());
  }
}
