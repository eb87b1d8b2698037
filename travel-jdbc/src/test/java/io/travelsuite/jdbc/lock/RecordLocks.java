package io.travelsuite.jdbc.lock;

import io.travelsuite.jdbc.Fixture;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The record locks in a schema, as the server tells: on MySQL by a table, on MariaDB in a text. */
final class RecordLocks {

  private static final String ON_MYSQL =
      """
      SELECT CONCAT_WS(' ', object_name, index_name, lock_mode) FROM performance_schema.data_locks
      WHERE lock_type = 'RECORD' AND object_schema = ?
      """;

  private static final Pattern EXACT = Pattern.compile(".*(REC_NOT_GAP|rec but not gap).*");

  private RecordLocks() {}

  /** All of them, table, index and mode each. */
  static List<String> of(Fixture fixture) throws SQLException {
    return fixture.database().isMariaDb()
        ? onMariaDb(fixture)
        : fixture.rows().texts(ON_MYSQL, fixture.schema().name());
  }

  /** Those that lock more than a row: a gap, or a row with the gap before it. */
  static List<String> ofGaps(Fixture fixture) throws SQLException {
    return of(fixture).stream().filter(lock -> !EXACT.matcher(lock).matches()).toList();
  }

  private static List<String> onMariaDb(Fixture fixture) throws SQLException {
    fixture.rows().update("SET GLOBAL innodb_status_output_locks = ON");
    try (Connection connection = fixture.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW ENGINE INNODB STATUS")) {
      row.next();
      return Stream.of(row.getString(3).split("\n"))
          .filter(line -> line.startsWith("RECORD LOCKS"))
          .filter(line -> line.contains("`" + fixture.schema().name() + "`"))
          .map(
              line ->
                  line.replaceFirst(".* index (\\S+) of table \\S+`(\\S+)` trx id \\d+", "$2 $1"))
          .toList();
    }
  }
}
