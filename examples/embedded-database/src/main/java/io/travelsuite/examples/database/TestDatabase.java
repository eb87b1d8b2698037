package io.travelsuite.examples.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The server that tests use. The first of these that there is, chosen once a JVM:
 *
 * <ol>
 *   <li>the server of {@code TRAVEL_TEST_JDBC_URL} (user and password in the URL; the user may
 *       create databases and users). The shell commands in {@code TRAVEL_TEST_DB_KILL} and {@code
 *       TRAVEL_TEST_DB_RESTART} crash it and start it again.
 *   <li>MySQL in a container, where Docker answers and Testcontainers is on the class path.
 *   <li>an {@link EmbeddedDatabase}.
 * </ol>
 *
 * <p>Thread-safe. It ends with the JVM.
 */
public final class TestDatabase {

  private final DatabaseServer server;
  private final boolean mariaDb;

  private TestDatabase(DatabaseServer server) {
    this.server = server;
    this.mariaDb = askWhetherMariaDb(server.jdbcUrl());
  }

  /**
   * The server of all tests in this JVM.
   *
   * @return a running server, always the same
   */
  public static TestDatabase shared() {
    return Shared.DATABASE;
  }

  /**
   * The server for tests that crash it.
   *
   * @return {@link #shared()} if that can be killed, else an embedded one, always the same
   */
  public static TestDatabase killable() {
    return shared().canKill() ? shared() : Embedded.DATABASE;
  }

  /**
   * A given server, such as one member of a group.
   *
   * @param jdbcUrl with user and password in it; the user may create databases and users
   * @return the server, which cannot be killed
   */
  public static TestDatabase at(String jdbcUrl) {
    return new TestDatabase(new ConfiguredServer(jdbcUrl, Map.of()));
  }

  static TestDatabase choose(Map<String, String> environment) {
    String url = environment.getOrDefault("TRAVEL_TEST_JDBC_URL", "");
    return new TestDatabase(
        url.isBlank()
            ? ContainerServer.start(environment).orElseGet(EmbeddedDatabase::start)
            : new ConfiguredServer(url, environment));
  }

  private static boolean askWhetherMariaDb(String jdbcUrl) {
    try (Connection connection = DriverManager.getConnection(jdbcUrl)) {
      return connection.getMetaData().getDatabaseProductVersion().contains("MariaDB");
    } catch (SQLException e) {
      throw new IllegalStateException("The tests' database does not answer", e);
    }
  }

  /**
   * Creates an empty database on this server.
   *
   * @return the database, with a random name; closing drops it
   */
  public TestSchema newSchema() {
    return new TestSchema(server.jdbcUrl());
  }

  /**
   * The URL of the server, with user and password in it.
   *
   * @return a URL for MySQL's driver; its database is not for tests, see {@link #newSchema()}
   */
  public String jdbcUrl() {
    return server.jdbcUrl();
  }

  /**
   * Whether the server is MariaDB.
   *
   * @return false if it is MySQL
   */
  public boolean isMariaDb() {
    return mariaDb;
  }

  /**
   * How the server's own program that dumps is run.
   *
   * @return a command, to be followed by arguments
   */
  public List<String> dumpProgram() {
    return server.program(mariaDb ? "mariadb-dump" : "mysqldump");
  }

  /**
   * How the server's own program that runs SQL is run.
   *
   * @return a command, to be followed by arguments
   */
  public List<String> clientProgram() {
    return server.program(mariaDb ? "mariadb" : "mysql");
  }

  /**
   * Whether {@link #kill()} and {@link #restart()} work.
   *
   * @return false for a container, and for a configured server without its two commands
   */
  public boolean canKill() {
    return server.canKill();
  }

  /**
   * Ends the server as a crash does (SIGKILL), and returns when it is gone.
   *
   * @throws IllegalStateException if it {@linkplain #canKill() cannot be killed}
   */
  public void kill() {
    server.kill();
  }

  /**
   * Starts the killed server again on its data and port, and returns when it accepts connections.
   *
   * @throws IllegalStateException if it {@linkplain #canKill() cannot be killed}, is running, or
   *     does not start within a minute
   */
  public void restart() {
    server.restart();
  }

  private static final class Shared {
    static final TestDatabase DATABASE = choose(System.getenv());
  }

  private static final class Embedded {
    static final TestDatabase DATABASE = new TestDatabase(EmbeddedDatabase.start());
  }
}
