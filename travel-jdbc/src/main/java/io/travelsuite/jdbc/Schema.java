package io.travelsuite.jdbc;

import io.travelsuite.SchemaMismatchException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Whether the database has the tables of this version of the library. */
final class Schema {

  /** Flyway's own record of the library's migrations. */
  static final String HISTORY = "travel_schema_history";

  /** The latest migration in this jar. */
  static final int VERSION = 14;

  private static final int NO_SUCH_TABLE = 1146;

  private static final int MOST_TRIES = 10;
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(300);

  private Schema() {}

  /**
   * Makes or updates the tables. Tried again for a while: of processes that migrate an empty schema
   * at once, Flyway fails those that find its history made by another, and its first row not yet
   * written.
   */
  static void migrate(DataSource dataSource) {
    Flyway flyway =
        Flyway.configure(Schema.class.getClassLoader())
            .dataSource(dataSource)
            .locations("classpath:io/travelsuite/jdbc/migration")
            .table(HISTORY)
            .baselineOnMigrate(true) // the schema is the host's and rarely empty
            .baselineVersion("0")
            .load();
    for (int tries = 1; ; tries++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException e) {
        if (tries == MOST_TRIES || VendorError.find(e) != null) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  /** Verifies the version, and tells how the database is clustered. */
  static GroupConsistency verify(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      int found = version(connection);
      if (found != VERSION) {
        throw new SchemaMismatchException(
            "the database has schema version "
                + found
                + " and this library works with "
                + VERSION
                + ": "
                + (found < VERSION
                    ? "run JdbcTravel.migrate(dataSource) first"
                    : "use the library's newer version"),
            null);
      }
      GroupConsistency group = GroupConsistency.of(connection);
      if (!connection.getAutoCommit()) {
        connection.rollback();
      }
      return group;
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_TABLE) {
        throw new SchemaMismatchException(
            "the database has no tables of the library: run JdbcTravel.migrate(dataSource) first",
            e);
      }
      throw VendorError.of(e).retryable() ? Failure.outOfTries(e) : Failure.permanent(e);
    }
  }

  private static int version(Connection connection) throws SQLException {
    TreeSet<Integer> versions = new TreeSet<>();
    versions.add(0);
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT version FROM " + HISTORY + " WHERE success = 1")) {
      while (rows.next()) {
        String version = rows.getString(1);
        if (version != null) {
          versions.add(Integer.parseInt(version));
        }
      }
    }
    return versions.last();
  }
}
