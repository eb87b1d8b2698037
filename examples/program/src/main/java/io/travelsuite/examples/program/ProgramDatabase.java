package io.travelsuite.examples.program;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of a program: one that the user named, or a server of its own. */
public final class ProgramDatabase implements AutoCloseable {

  private final @Nullable EmbeddedDatabase server;
  private final HikariDataSource pool;
  private final String product;

  private ProgramDatabase(@Nullable EmbeddedDatabase server, String jdbcUrl, int connections) {
    this.server = server;
    this.product = productAt(jdbcUrl);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(false); // saves the library two round trips a transaction
    this.pool = new HikariDataSource(config);
  }

  /**
   * The database that the user named, or a server that ends with this.
   *
   * @param jdbcUrl the user's, or null
   * @param connections how many at most
   * @return the database
   * @throws BadInputException when the one of the URL cannot be reached
   */
  public static ProgramDatabase of(@Nullable String jdbcUrl, int connections) {
    return jdbcUrl == null ? embedded(connections) : at(jdbcUrl, connections);
  }

  private static ProgramDatabase embedded(int connections) {
    EmbeddedDatabase server = EmbeddedDatabase.start();
    try {
      return new ProgramDatabase(server, server.jdbcUrl(), connections);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ProgramDatabase at(String jdbcUrl, int connections) {
    // not repeated in the message: it may hold a password
    if (!jdbcUrl.startsWith("jdbc:mysql:")) {
      throw new BadInputException("--jdbc-url must begin with jdbc:mysql:", null);
    }
    return new ProgramDatabase(null, jdbcUrl, connections);
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

  /** {@return its connections, without autocommit} */
  public DataSource dataSource() {
    return pool;
  }

  /** {@return its product and version} */
  public String product() {
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
