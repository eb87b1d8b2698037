package io.travelsuite.jdbc;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Migrated, empty schemas. To make and drop one is most of what a short test costs, above all on
 * MySQL: so one that a test is done with is emptied for the next test, unless its tables are not as
 * they were made. Thread-safe.
 */
final class MigratedSchemas {

  private static final Queue<TestSchema> SPARE = new ConcurrentLinkedQueue<>();

  /** What each table of a migrated schema is before anybody used it. */
  private static final Map<String, String> AS_MADE = new ConcurrentHashMap<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(MigratedSchemas::dropSpare));
  }

  private MigratedSchemas() {}

  /** One of a server, not to be given back. */
  static TestSchema make(TestDatabase database) {
    TestSchema made = database.newSchema();
    JdbcTravel.migrate(made.dataSource(1));
    made.disconnect();
    return made;
  }

  /** One of {@link TestDatabase#shared()}. */
  static TestSchema take() {
    TestSchema spare = SPARE.poll();
    if (spare != null) {
      return spare;
    }
    TestSchema made = make(TestDatabase.shared());
    if (AS_MADE.isEmpty()) {
      AS_MADE.putAll(tables(made));
    }
    return made;
  }

  /** Of one that was taken: it is not to be used any more. */
  static void giveBack(TestSchema schema) {
    schema.disconnect();
    if (isEmptied(schema)) {
      SPARE.add(schema);
    } else {
      schema.close();
    }
  }

  private static boolean isEmptied(TestSchema schema) {
    try (Connection connection = DriverManager.getConnection(schema.jdbcUrl())) {
      // a connection that a test forgot may hold the tables
      Rows.update(connection, "SET lock_wait_timeout = 1");
      for (String table : AS_MADE.keySet()) {
        if (!table.equals(Schema.HISTORY) && !isUntouched(connection, table)) {
          Rows.update(connection, "TRUNCATE TABLE " + table);
        }
      }
      return tables(connection).equals(AS_MADE)
          && Rows.texts(connection, "SHOW TRIGGERS").isEmpty();
    } catch (SQLException e) {
      return false; // a table is gone, or held: the schema is dropped, and that says more
    }
  }

  private static boolean isUntouched(Connection connection, String table) throws SQLException {
    return Rows.number(connection, "SELECT EXISTS (SELECT 1 FROM " + table + ")") == 0
        && creation(connection, table).equals(AS_MADE.get(table));
  }

  private static Map<String, String> tables(TestSchema schema) {
    try (Connection connection = DriverManager.getConnection(schema.jdbcUrl())) {
      return tables(connection);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By name, how each can be made: its columns, its keys, and the next of its numbers. */
  private static Map<String, String> tables(Connection connection) throws SQLException {
    Map<String, String> tables = new HashMap<>();
    for (String table : Rows.texts(connection, "SHOW TABLES")) {
      tables.put(table, creation(connection, table));
    }
    return tables;
  }

  private static String creation(Connection connection, String table) throws SQLException {
    return Rows.texts(connection, 2, "SHOW CREATE TABLE " + table).get(0);
  }

  private static void dropSpare() {
    for (TestSchema spare : List.copyOf(SPARE)) {
      try {
        spare.close();
      } catch (IllegalStateException gone) {
        // the server ended before
      }
    }
  }
}
