package io.travelsuite.examples.program;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of a program: one that the user named, or a server of its own. */
public final class ProgramDatabase implements AutoCloseable {

  /** How long a caller waits for a connection. */
  public static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

  /** After which a connection is closed: before servers do, which is after 8 hours. */
  public static final Duration LIFETIME = Duration.ofMinutes(25);

  /** After which a connection that is not given back is told. */
  public static final Duration LEAK_AFTER = Duration.ofMinutes(2);

  private final @Nullable EmbeddedDatabase server;
  private final HikariDataSource pool;
  private final String product;

  private ProgramDatabase(
      @Nullable EmbeddedDatabase server, String jdbcUrl, @Nullable Login login, int connections) {
    this.server = server;
    this.product = productAt(jdbcUrl, login);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    if (login != null) {
      config.setUsername(login.user());
      config.setPassword(login.password());
    }
    config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
    config.setMaxLifetime(LIFETIME.toMillis());
    config.setLeakDetectionThreshold(LEAK_AFTER.toMillis());
    config.setMaximumPoolSize(connections);
    config.setAutoCommit(false); // saves the library two round trips a transaction
    this.pool = new HikariDataSource(config);
  }

  /**
   * Who signs in to a database whose URL does not tell.
   *
   * @param user the account
   * @param password its password
   */
  public record Login(String user, String password) {

    /** Not the password. */
    @Override
    public String toString() {
      return "Login[" + user + "]";
    }
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
    return of(jdbcUrl, null, connections);
  }

  /**
   * The database that the user named, or a server that ends with this.
   *
   * @param jdbcUrl the user's, or null
   * @param login who signs in there, or null where the URL tells
   * @param connections how many at most
   * @return the database
   * @throws BadInputException when the one of the URL cannot be reached
   */
  public static ProgramDatabase of(
      @Nullable String jdbcUrl, @Nullable Login login, int connections) {
    return jdbcUrl == null ? embedded(connections) : at(jdbcUrl, login, connections);
  }

  private static ProgramDatabase embedded(int connections) {
    EmbeddedDatabase server = EmbeddedDatabase.start();
    try {
      return new ProgramDatabase(server, server.jdbcUrl(), null, connections);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static ProgramDatabase at(String jdbcUrl, @Nullable Login login, int connections) {
    // not repeated in the message: it may hold a password
    if (!jdbcUrl.startsWith("jdbc:mysql:")) {
      throw new BadInputException("--jdbc-url must begin with jdbc:mysql:", null);
    }
    return new ProgramDatabase(null, jdbcUrl, login, connections);
  }

  /** Asked before there is a pool, which would log a failure at length. */
  private static String productAt(String jdbcUrl, @Nullable Login login) {
    try (Connection connection = connect(jdbcUrl, login)) {
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

  private static Connection connect(String jdbcUrl, @Nullable Login login) throws SQLException {
    return login == null
        ? DriverManager.getConnection(jdbcUrl)
        : DriverManager.getConnection(jdbcUrl, login.user(), login.password());
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
