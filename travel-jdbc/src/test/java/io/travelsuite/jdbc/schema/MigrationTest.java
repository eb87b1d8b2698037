package io.travelsuite.jdbc.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.SchemaMismatchException;
import io.travelsuite.StorageException;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mariadb.jdbc.MariaDbDataSource;

class MigrationTest {

  private TestSchema schema;
  private DataSource dataSource;

  @BeforeEach
  void open() {
    schema = TestDatabase.shared().newSchema();
    dataSource = schema.dataSource(4);
  }

  @AfterEach
  void close() {
    schema.close();
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private void assertMismatch(String... said) {
    assertThatThrownBy(() -> JdbcTravel.builder(dataSource).build())
        .isInstanceOf(SchemaMismatchException.class)
        .hasMessageContainingAll(said);
  }

  @Test
  void a_schema_that_was_not_migrated_is_a_mismatch() {
    assertMismatch("no tables", "JdbcTravel.migrate");
  }

  @Test
  void an_older_a_newer_and_a_failed_schema_are_mismatches() throws SQLException {
    JdbcTravel.migrate(dataSource);
    JdbcTravel.builder(dataSource).build();

    execute("UPDATE travel_schema_history SET version = '99' ORDER BY installed_rank DESC LIMIT 1");
    assertMismatch("version 99", "newer version");
    execute("UPDATE travel_schema_history SET success = 0 WHERE version = '99'");
    assertMismatch("schema version", "JdbcTravel.migrate");
    execute("DELETE FROM travel_schema_history");
    assertMismatch("version 0", "JdbcTravel.migrate");
  }

  @Test
  void a_hosts_tables_and_its_own_migrations_are_left_alone() throws SQLException {
    execute(
        "CREATE TABLE orders (id INT PRIMARY KEY)",
        "INSERT INTO orders VALUES (1)",
        "CREATE TABLE flyway_schema_history (installed_rank INT PRIMARY KEY)");

    JdbcTravel.migrate(dataSource);
    JdbcTravel.migrate(dataSource);

    JdbcTravel.builder(dataSource).build();
    execute("INSERT INTO orders VALUES (2)", "INSERT INTO flyway_schema_history VALUES (1)");
  }

  @Test
  void many_processes_may_migrate_at_once() {
    Race.run(
        4,
        number -> {
          JdbcTravel.migrate(schema.dataSource(2));
          return true;
        });

    JdbcTravel.builder(dataSource).build();
  }

  @Test
  void a_host_may_migrate_with_sessions_in_ansi_mode_and_without_autocommit() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(schema.jdbcUrl("sessionVariables=sql_mode='ANSI,NO_BACKSLASH_ESCAPES'"));
    config.setAutoCommit(false);
    config.setMaximumPoolSize(4);
    try (HikariDataSource host = new HikariDataSource(config)) {
      JdbcTravel.migrate(host);
      JdbcTravel.builder(host).build();
    }
    JdbcTravel.builder(dataSource).build();
  }

  @Test
  void a_database_that_does_not_answer_is_a_storage_exception_and_worth_a_retry()
      throws SQLException {
    DataSource nobody = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/travel");

    assertThatThrownBy(() -> JdbcTravel.builder(nobody).build())
        .isInstanceOfSatisfying(StorageException.class, e -> assertThat(e.retryable()).isTrue());
  }

  @Test
  void every_table_has_a_primary_key_and_no_foreign_key_as_a_group_demands() throws SQLException {
    JdbcTravel.migrate(dataSource);
    String keyless =
        """
        SELECT COUNT(*) FROM information_schema.tables t WHERE t.table_schema = DATABASE()
        AND NOT EXISTS (SELECT 1 FROM information_schema.statistics s
          WHERE s.table_schema = t.table_schema AND s.table_name = t.table_name
          AND s.index_name = 'PRIMARY')
        """;
    String foreign =
        """
        SELECT COUNT(*) FROM information_schema.table_constraints
        WHERE constraint_schema = DATABASE() AND constraint_type = 'FOREIGN KEY'
        """;
    for (String sql : List.of(keyless, foreign)) {
      try (Connection connection = dataSource.getConnection()) {
        assertThat(Rows.number(connection, sql)).isZero();
      }
    }
  }
}
