package io.travelsuite.jdbc;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.notify.outbox.OutboxEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Collected events as handlers are given them. */
final class OutboxPayloads {

  private OutboxPayloads() {}

  static Map<UUID, OutboxEvent> find(Handle handle, List<UUID> ids) {
    Map<UUID, OutboxEvent> found = new HashMap<>();
    String sql =
        "SELECT id, operator_id, aggregate_id, version, type, COALESCE(payload, '{}') AS payload,"
            + " occurred_at FROM travel_outbox_event FORCE INDEX (PRIMARY) WHERE "
            + Placeholders.keys(List.of("id"), ids.size());
    Sql.query(handle, sql, ids, row -> read(row, "id"))
        .forEach(event -> found.put(event.id(), event));
    return found;
  }

  /** The event of a row, whose id is in that column. */
  static OutboxEvent read(ResultSet row, String id) throws SQLException {
    return new OutboxEvent(
        BinaryId.uuid(row.getBytes(id)),
        new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
        BinaryId.uuid(row.getBytes("aggregate_id")),
        row.getInt("version"),
        row.getString("type"),
        row.getString("payload"),
        UtcTime.instant(row, "occurred_at"));
  }
}
