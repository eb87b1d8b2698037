package io.travelsuite.examples.gtfs;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of an import: one that the user named, or a server of its own. */
final class ImportDatabase implements AutoCloseable {

  private final @Nullable EmbeddedDatabase server;
  private final HikariDataSource pool;
  private final String product;

  private ImportDatabase(@Nullable EmbeddedDatabase server, String jdbcUrl, int connections) {
    this.server = server;
    this.product = productAt(jdbcUrl);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(false); // saves the library two round trips a transaction
    this.pool = new HikariDataSource(config);
  }

  /** Starts a server, which ends with this. */
  static ImportDatabase embedded(int connections) {
    EmbeddedDatabase server = EmbeddedDatabase.start();
    try {
      return new ImportDatabase(server, server.jdbcUrl(), connections);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /**
   * The database of a URL.
   *
   * @throws BadInputException when it cannot be reached
   */
  static ImportDatabase at(String jdbcUrl, int connections) {
    // not repeated in the message: it may hold a password
    if (!jdbcUrl.startsWith("jdbc:mysql:")) {
      throw new BadInputException("--jdbc-url must begin with jdbc:mysql:", null);
    }
    return new ImportDatabase(null, jdbcUrl, connections);
  }

  /** Asked before there is a pool, which would log a failure at length. */
  private static String productAt(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      if (connection.getCatalog() == null || connection.getCatalog().isEmpty()) {
        throw new BadInputException("--jdbc-url must name a database: host:port/database", null);
      }
      DatabaseMetaData metaData = connection.getMetaData();
      String version = metaData.getDatabaseProductVersion();
      return version.contains("MariaDB")
          ? "MariaDB " + version.replaceFirst("^5\\.5\\.5-", "").replaceFirst("-MariaDB.*", "")
          : metaData.getDatabaseProductName() + " " + version;
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
      throw new BadInputException("The database of --jdbc-url cannot be reached: " + reason, e);
    }
  }

  DataSource dataSource() {
    return pool;
  }

  /** Its product and version. */
  String product() {
    return product;
  }

  @Override
  public void close() {
    pool.close();
    if (server != null) {
      server.close();
    }
  }
}
