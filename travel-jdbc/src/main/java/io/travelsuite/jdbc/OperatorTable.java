package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.Operator;
import io.travelsuite.inventory.OperatorId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table travel_operator. */
final class OperatorTable {

  private OperatorTable() {}

  static Operator save(Handle handle, String code, String name) {
    handle
        .createUpdate(
            """
            INSERT INTO travel_operator (id, code, name) VALUES (?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name)
            """)
        .bind(0, BinaryId.bytes(UuidCreator.getTimeOrderedEpoch()))
        .bind(1, code)
        .bind(2, name)
        .execute();
    return handle
        .createQuery("SELECT id FROM travel_operator WHERE code = ? LOCK IN SHARE MODE")
        .bind(0, code)
        .map((row, context) -> new OperatorId(BinaryId.uuid(row.getBytes("id"))))
        .findOne()
        .map(id -> new Operator(id, code, name))
        .orElseThrow();
  }

  /** Whether it is there with that name, by a plain read: then saving it changes nothing. */
  static boolean isNamed(Handle handle, String code, String name) {
    String sql = "SELECT name FROM travel_operator WHERE code = ?";
    return Sql.query(handle, sql, List.of(code), row -> row.getString("name")).contains(name);
  }

  static Optional<OperatorId> lock(Handle handle, OperatorId id) {
    return handle
        .createQuery("SELECT id FROM travel_operator WHERE id = ? LOCK IN SHARE MODE")
        .bind(0, BinaryId.bytes(id.value()))
        .map((row, context) -> id)
        .findOne();
  }
}
