package io.travelsuite.jdbc;

import io.travelsuite.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;

/**
 * The database's clock, by which the library judges too: for what all hosts of a database must
 * agree on. Each reading is a query on a connection of its own; none is held between them. Right
 * whatever the time zone of the session or of the JVM. Thread-safe.
 *
 * <pre>{@code
 * Clock clock = new DatabaseTime(dataSource).withZone(ZoneOffset.UTC);
 * }</pre>
 *
 * @param dataSource the database
 */
public record DatabaseTime(DataSource dataSource) implements InstantSource {

  /**
   * {@return what the database's clock shows}
   *
   * @throws StorageException if the database does not answer
   */
  @Override
  public Instant instant() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement =
            connection.prepareStatement("SELECT UTC_TIMESTAMP(6) AS now");
        ResultSet row = statement.executeQuery()) {
      row.next();
      return UtcTime.instant(row, "now");
    } catch (SQLException e) {
      throw new StorageException("the database does not tell the time", true, e);
    }
  }
}
