package io.travelsuite.examples.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedDatabaseTest {

  private static EmbeddedDatabase database;

  @BeforeAll
  static void start() {
    database = EmbeddedDatabase.start();
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @Test
  void a_killed_server_comes_back_with_what_was_committed_and_nothing_else() throws SQLException {
    String url = database.jdbcUrl();
    execute("CREATE TABLE kept (id INT PRIMARY KEY)");
    execute("INSERT INTO kept VALUES (1)");
    try (Connection cut = DriverManager.getConnection(url);
        Statement statement = cut.createStatement()) {
      cut.setAutoCommit(false);
      statement.execute("INSERT INTO kept VALUES (2)");
      database.kill();
      assertThatThrownBy(cut::commit).isInstanceOf(SQLException.class);
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url)).isInstanceOf(SQLException.class);

    database.restart();

    assertThat(database.jdbcUrl()).isEqualTo(url);
    assertThat(ask("SELECT GROUP_CONCAT(id) FROM kept")).isEqualTo("1");
  }

  @Test
  void a_running_server_is_not_started_twice() {
    assertThatThrownBy(database::restart)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("is running");
  }

  @Test
  void its_user_may_grant_and_commits_are_flushed() throws SQLException {
    execute("CREATE DATABASE another");
    execute("CREATE USER less@'%' IDENTIFIED BY 'less'");
    execute("GRANT SELECT ON another.* TO less@'%'");

    assertThat(ask("SELECT COUNT(*) FROM mysql.global_priv WHERE User = ''")).isEqualTo("0");
    assertThat(ask("SELECT @@innodb_flush_log_at_trx_commit")).isEqualTo("1");
    assertThat(ask("SELECT @@bind_address")).isEqualTo("127.0.0.1");
    assertThat(ask("SELECT @@character_set_server")).isEqualTo("utf8mb4");
    assertThat(ask("SELECT @@max_connections")).isEqualTo("600");
  }

  @Test
  void closing_ends_the_process_and_deletes_the_folder() {
    EmbeddedDatabase closed = EmbeddedDatabase.start();
    assertThat(closed.folder().resolve("data")).isDirectory();

    closed.close();

    assertThat(closed.folder()).doesNotExist();
    assertThatThrownBy(() -> DriverManager.getConnection(closed.jdbcUrl()))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void a_jvm_that_is_killed_leaves_no_server_and_no_folder() throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process jvm =
        new ProcessBuilder(
                java,
                "-cp",
                System.getProperty("java.class.path"),
                ForgetfulProgram.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = jvm.inputReader()) {
      Path folder = Path.of(output.readLine());
      ProcessHandle server = ProcessHandle.of(pid(folder)).orElseThrow();

      jvm.destroyForcibly();

      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !Files.exists(folder));
      Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !server.isAlive());
    }
  }

  private static long pid(Path folder) throws IOException {
    return Long.parseLong(Files.readString(folder.resolve("pid")).strip());
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
