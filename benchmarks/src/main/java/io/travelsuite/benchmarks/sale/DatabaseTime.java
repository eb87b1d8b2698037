package io.travelsuite.benchmarks.sale;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;

/** The database's clock in UTC, asked once and run on by ours. */
record DatabaseTime(LocalDateTime time, long nanoTime) {

  static DatabaseTime of(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT UTC_TIMESTAMP(6)")) {
      row.next();
      return new DatabaseTime(row.getObject(1, LocalDateTime.class), System.nanoTime());
    }
  }

  LocalDateTime now() {
    return time.plusNanos(System.nanoTime() - nanoTime).truncatedTo(ChronoUnit.MICROS);
  }
}
