package io.travelsuite.jdbc.backup;

import io.travelsuite.security.backup.DumpContent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What a database says of its tables. */
final class SchemaRows {

  private static final String HISTORY = "travel_schema_history";

  private static final String TABLES =
      """
      SELECT table_name FROM information_schema.tables
      WHERE table_schema = DATABASE() AND table_type LIKE ? ORDER BY table_name
      """;

  private final DataSource dataSource;

  SchemaRows(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  String server() throws SQLException {
    return texts("SELECT VERSION()").get(0);
  }

  /** The library's last migration, 0 without one. */
  int libraryVersion() throws SQLException {
    if (!texts(TABLES, "BASE TABLE").contains(HISTORY)) {
      return 0;
    }
    String last = "SELECT MAX(CAST(version AS UNSIGNED)) FROM " + HISTORY + " WHERE success = 1";
    return Integer.parseInt(texts(last).get(0));
  }

  /** Views count too. */
  boolean isEmpty() throws SQLException {
    return texts(TABLES, "%").isEmpty();
  }

  /** Where the tables are not those that were dumped, row for row. */
  List<String> faults(DumpContent expected) throws SQLException {
    SortedMap<String, Long> rows = new TreeMap<>();
    for (String table : texts(TABLES, "BASE TABLE")) {
      String quoted = "`" + table.replace("`", "``") + "`";
      rows.put(table, Long.parseLong(texts("SELECT COUNT(*) FROM " + quoted).get(0)));
    }
    List<String> faults = new ArrayList<>();
    expected
        .rows()
        .forEach(
            (table, count) -> {
              Long found = rows.remove(table);
              if (!count.equals(found)) {
                faults.add(table + ": " + count + " rows dumped, " + found + " restored");
              }
            });
    rows.forEach((table, count) -> faults.add(table + ": not dumped, " + count + " restored"));
    if (libraryVersion() != expected.schemaVersion()) {
      faults.add("schema: " + libraryVersion() + " instead of " + expected.schemaVersion());
    }
    return faults;
  }

  private List<String> texts(String sql, String... values) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          texts.add(Objects.requireNonNullElse(rows.getString(1), "0"));
        }
      }
    }
    return texts;
  }
}
