package io.travelsuite.examples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestDatabaseTest {

  private final TestDatabase database = TestDatabase.shared();

  @Test
  void a_jvm_has_one_shared_server_and_one_that_can_be_killed() {
    assertThat(TestDatabase.shared()).isSameAs(database);
    assertThat(TestDatabase.killable()).isSameAs(TestDatabase.killable());
    assertThat(TestDatabase.killable().canKill()).isTrue();
  }

  @Test
  void schemas_are_empty_apart_and_dropped_when_closed() throws SQLException {
    String url;
    try (TestSchema one = database.newSchema();
        TestSchema two = database.newSchema()) {
      url = one.jdbcUrl();
      assertThat(one.name()).isNotEqualTo(two.name());
      ask(url, "CREATE TABLE only_here (id INT PRIMARY KEY)");
      assertThat(ask(one.jdbcUrl(), "SHOW TABLES")).isEqualTo("only_here");
      assertThat(ask(two.jdbcUrl(), "SHOW TABLES")).isEmpty();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);
  }

  @Test
  void pools_take_parameters_and_are_closed_with_their_schema() throws SQLException {
    HikariDataSource pool;
    try (TestSchema schema = database.newSchema()) {
      pool = schema.dataSource(2, "sessionVariables=time_zone='-08:00'");
      try (Connection connection = pool.getConnection()) {
        assertThat(ask(connection, "SELECT @@time_zone")).isEqualTo("-08:00");
        assertThat(ask(connection, "SELECT DATABASE()")).isEqualTo(schema.name());
      }
      assertThat(schema.dataSource(3).getMaximumPoolSize()).isEqualTo(3);
    }
    assertThat(pool.isClosed()).isTrue();
  }

  @Test
  void a_killed_server_answers_again_when_restart_returns() throws SQLException {
    TestDatabase killable = TestDatabase.killable();
    try (TestSchema schema = killable.newSchema()) {
      ask(schema.jdbcUrl(), "CREATE TABLE kept (id INT PRIMARY KEY)");
      killable.kill();
      assertThatThrownBy(() -> DriverManager.getConnection(killable.jdbcUrl()))
          .isInstanceOf(SQLException.class);
      killable.restart();
      assertThat(ask(schema.jdbcUrl(), "SHOW TABLES")).isEqualTo("kept");
    }
  }

  @Test
  void it_says_which_server_it_is() throws SQLException {
    String version = ask(database.jdbcUrl(), "SELECT VERSION()");
    assertThat(database.isMariaDb()).isEqualTo(version.contains("MariaDB"));
  }

  @Test
  void a_configured_server_is_killed_by_its_commands(@TempDir Path folder) throws IOException {
    Path said = folder.resolve("said");
    TestDatabase configured =
        TestDatabase.choose(
            Map.of(
                "TRAVEL_TEST_JDBC_URL",
                database.jdbcUrl(),
                "TRAVEL_TEST_DB_KILL",
                "echo killed >> " + said,
                "TRAVEL_TEST_DB_RESTART",
                "echo no such server; exit 3"));

    configured.kill();

    assertThat(configured.canKill()).isTrue();
    assertThat(Files.readString(said)).isEqualTo("killed\n");
    assertThatThrownBy(configured::restart).hasMessageContaining("3: no such server");
  }

  @Test
  void a_configured_server_without_commands_cannot_be_killed() {
    TestDatabase configured = TestDatabase.at(database.jdbcUrl());

    assertThat(configured.canKill()).isFalse();
    assertThatThrownBy(configured::kill).hasMessageContaining("TRAVEL_TEST_DB_KILL");
  }

  private static String ask(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url)) {
      return ask(connection, sql);
    }
  }

  /** The first column of the first row, empty if there is none. */
  private static String ask(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      try (ResultSet row = statement.getResultSet()) {
        return row.next() ? row.getString(1) : "";
      }
    }
  }
}
