package io.travelsuite.jdbc.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A dump is of one moment: rows that move from its first table to its last one while it is in the
 * middle are in it once. Nobody races: what the program writes is not read until they have moved.
 */
class DumpSnapshotTest {

  private static final int ALL = 100;
  private static final int MOVED = 10;

  /** More than fits into all buffers between the server and this test. */
  private static final int DOUBLINGS = 13;

  private final TestSchema schema = TestDatabase.shared().newSchema();
  private Tool tool;

  @BeforeEach
  void fill() throws SQLException {
    tool = Tool.of(TestDatabase.shared().dumpProgram());
    try (Connection connection = schema.dataSource(1).getConnection()) {
      Rows.update(connection, "CREATE TABLE a_first (id INT PRIMARY KEY, n INT NOT NULL)");
      Rows.update(
          connection,
          "CREATE TABLE m_middle (id INT PRIMARY KEY AUTO_INCREMENT, filler TEXT NOT NULL)");
      Rows.update(connection, "CREATE TABLE z_last (id INT PRIMARY KEY, n INT NOT NULL)");
      Rows.update(connection, "INSERT INTO a_first VALUES (1, ?)", ALL);
      Rows.update(connection, "INSERT INTO z_last VALUES (1, 0)");
      Rows.update(connection, "INSERT INTO m_middle (filler) VALUES (REPEAT('x', 2000))");
      for (int i = 0; i < DOUBLINGS; i++) {
        Rows.update(connection, "INSERT INTO m_middle (filler) SELECT filler FROM m_middle");
      }
    }
  }

  @AfterEach
  void drop() {
    schema.close();
  }

  private void move() {
    try (Connection connection = schema.dataSource(1).getConnection()) {
      connection.setAutoCommit(false);
      Rows.update(connection, "UPDATE a_first SET n = n - ?", MOVED);
      Rows.update(connection, "UPDATE z_last SET n = n + ?", MOVED);
      connection.commit();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Dumps, and moves rows when the middle has begun. */
  private String dump(List<String> options) throws IOException {
    List<String> all = new ArrayList<>(options);
    DatabaseAccess access = DatabaseAccess.of(schema.jdbcUrl());
    all.add(access.database());
    ByteArrayOutputStream dump = new ByteArrayOutputStream();
    tool.run(
        access,
        all,
        process -> {
          process.getOutputStream().close();
          InputStream told = process.getInputStream();
          while (!dump.toString(UTF_8).contains("INSERT INTO `m_middle`")) {
            byte[] some = told.readNBytes(512);
            assertThat(some).as("the dump ended before its middle").isNotEmpty();
            dump.write(some);
          }
          move();
          told.transferTo(dump);
        });
    return dump.toString(UTF_8);
  }

  private static int number(String dump, String table) {
    Matcher row =
        Pattern.compile("INSERT INTO `" + table + "`[^(]*VALUES\\s*\\(1,(\\d+)\\)").matcher(dump);
    assertThat(row.find()).as(table).isTrue();
    return Integer.parseInt(row.group(1));
  }

  @Test
  void what_moves_while_it_is_dumped_is_in_the_dump_once() throws IOException {
    String dump = dump(JdbcBackup.options(tool));
    assertThat(number(dump, "a_first")).isEqualTo(ALL);
    assertThat(number(dump, "z_last")).isZero();
  }

  @Test
  void control_without_the_snapshot_it_is_there_twice() throws IOException {
    List<String> options = new ArrayList<>(JdbcBackup.options(tool));
    assertThat(options.remove("--single-transaction")).isTrue();
    String dump = dump(options);
    assertThat(number(dump, "a_first") + number(dump, "z_last")).isEqualTo(ALL + MOVED);
  }
}
