package io.travelsuite.examples.server;

import io.travelsuite.StorageException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * The database's clock, by which the library judges too: all servers on it agree.
 *
 * @param dataSource the database
 */
public record DatabaseTime(DataSource dataSource) implements InstantSource {

  @Override
  public Instant instant() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(6)")) {
      row.next();
      return row.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
    } catch (SQLException e) {
      throw new StorageException("the database does not tell the time", true, e);
    }
  }
}
