package io.travelsuite.jdbc.integrity;

import io.travelsuite.jdbc.Fixture;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** All rows of the tables that say what is sold, as text. */
final class TableDump {

  private static final List<String> TABLES =
      List.of(
          "travel_operator",
          "travel_product",
          "travel_occurrence",
          "travel_counter",
          "travel_seat",
          "travel_booking",
          "travel_line",
          "travel_hold");

  private TableDump() {}

  static SortedMap<String, List<String>> of(Fixture fixture) {
    SortedMap<String, List<String>> dump = new TreeMap<>();
    for (String table : TABLES) {
      String columns =
          fixture
              .rows()
              .texts(
                  """
                  SELECT GROUP_CONCAT('COALESCE(HEX(', column_name, '), 0)' ORDER BY column_name)
                  FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = ?
                  """,
                  table)
              .get(0);
      String sql = "SELECT CONCAT_WS('|', " + columns + ") AS r FROM " + table + " ORDER BY r";
      dump.put(table, fixture.rows().texts(sql));
    }
    return dump;
  }
}
