package io.travelsuite.jdbc;

import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of travel_counter. */
final class CounterRows {

  private CounterRows() {}

  static Counter counter(ResultSet row) throws SQLException {
    return new Counter(
        new CounterKey(
            new OccurrenceId(BinaryId.uuid(row.getBytes("occurrence_id"))),
            row.getString("pool"),
            row.getInt("leg")),
        new Capacity(row.getInt("physical"), row.getInt("sellable")),
        row.getInt("overhang"),
        row.getInt("taken"),
        row.getInt("revision"));
  }
}
