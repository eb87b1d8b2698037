package io.travelsuite.jdbc.group;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.jdbc.crash.Invariants;
import io.travelsuite.jdbc.crash.Pools;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;

/**
 * A schema on the three nodes of a group, numbered 1 to 3; made through node 1. Closing it closes
 * its pools and drops the schema.
 */
final class Group implements AutoCloseable {

  /** Three JDBC URLs between white space, with a user who may create databases. */
  static final String URLS = "TRAVEL_TEST_GROUP_URLS";

  /** The start of a shell command that crashes a node, to which the node's number is added. */
  static final String KILL = "TRAVEL_TEST_DB_KILL";

  /** The start of a shell command that brings a node back into the group. */
  static final String RESTART = "TRAVEL_TEST_DB_RESTART";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final List<String> servers;
  private final Fixture fixture;
  private final List<HikariDataSource> pools = new ArrayList<>();

  private Group(List<String> servers) {
    this.servers = servers;
    awaitWhole();
    fixture = Fixture.on(TestDatabase.at(servers.get(0)));
    for (int node = 1; node <= servers.size(); node++) {
      awaitSchema(node);
    }
  }

  static Group open() {
    return new Group(List.of(System.getenv(URLS).strip().split("\\s+")));
  }

  /** The schema as node 1 has it. */
  Fixture fixture() {
    return fixture;
  }

  /** The URL of the schema on a node. */
  String url(int node) {
    String server = servers.get(node - 1);
    String hosts = server.substring(0, server.indexOf('/', server.indexOf("//") + 2));
    String schema = fixture.schema().jdbcUrl();
    return hosts + schema.substring(schema.indexOf('/', schema.indexOf("//") + 2));
  }

  /** A pool on a node; closed with the group. */
  HikariDataSource pool(int node, int connections) {
    HikariDataSource pool = Pools.open(url(node), connections, Duration.ofSeconds(10));
    pools.add(pool);
    return pool;
  }

  /** The library on a node, with a pool of its own. */
  JdbcTravel travel(int node, int connections) {
    return JdbcTravel.builder(pool(node, connections)).build();
  }

  /** A connection to a node that sees all that any node has committed; the test closes it. */
  Connection upToDate(int node) {
    try {
      return DriverManager.getConnection(
          url(node) + "&sessionVariables=group_replication_consistency='BEFORE'");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one number that a query answers once everything committed is counted. */
  long number(String sql, Object... parameters) throws SQLException {
    try (Connection connection = upToDate(3)) {
      return Rows.number(connection, sql, parameters);
    }
  }

  /** What is wrong, as a node sees it. */
  List<String> violations(int node) throws SQLException {
    try (Connection connection = upToDate(node)) {
      return Invariants.violations(travel(node, 2), connection);
    }
  }

  /** Crashes a node. */
  void kill(int node) {
    Shell.run(System.getenv(KILL) + " " + node);
  }

  /** Starts a crashed node, and returns when it has caught up with the group. */
  void restart(int node) {
    Shell.run(System.getenv(RESTART) + " " + node);
    awaitWhole();
  }

  /** Returns when every node counts every node as online. */
  private void awaitWhole() {
    for (String server : servers) {
      Awaitility.await("a whole group as seen by " + server.replaceFirst("\\?.*", ""))
          .atMost(PATIENCE)
          .ignoreExceptionsInstanceOf(SQLException.class)
          .until(() -> online(server) == servers.size());
    }
  }

  private static long online(String server) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server)) {
      return Rows.number(
          connection,
          """
          SELECT COUNT(*) FROM performance_schema.replication_group_members
          WHERE member_state = 'ONLINE'
          """);
    }
  }

  /** Tables reach other nodes a little later. */
  private void awaitSchema(int node) {
    Awaitility.await("the schema on node " + node)
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(SQLException.class)
        .until(() -> hasTables(url(node)));
  }

  private static boolean hasTables(String url) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return Rows.number(connection, "SELECT COUNT(*) FROM travel_product") == 1;
    }
  }

  @Override
  public void close() {
    pools.forEach(HikariDataSource::close);
    fixture.close();
  }
}
