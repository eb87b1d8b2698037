package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.Product;
import io.travelsuite.inventory.ProductId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table travel_product. */
final class ProductTable {

  private ProductTable() {}

  static Product save(Handle handle, Product product) {
    handle
        .createUpdate(
            """
            INSERT INTO travel_product (id, operator_id, code, name, zone) VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name), zone = VALUES(zone)
            """)
        .bind(0, BinaryId.bytes(product.id().value()))
        .bind(1, BinaryId.bytes(product.operator().value()))
        .bind(2, product.code())
        .bind(3, product.name())
        .bind(4, product.zone().getId())
        .execute();
    return handle
        .createQuery(
            """
            SELECT id, operator_id, code, name, zone FROM travel_product
            WHERE operator_id = ? AND code = ? LOCK IN SHARE MODE
            """)
        .bind(0, BinaryId.bytes(product.operator().value()))
        .bind(1, product.code())
        .map((row, context) -> product(row))
        .one();
  }

  /** Whether it is there just so, by a plain read: then saving it changes nothing. */
  static boolean isKnown(Handle handle, Product draft) {
    return Sql.query(
            handle,
            """
            SELECT id, operator_id, code, name, zone FROM travel_product
            WHERE operator_id = ? AND code = ?
            """,
            List.of(draft.operator().value(), draft.code()),
            ProductTable::product)
        .stream()
        .anyMatch(known -> known.name().equals(draft.name()) && known.zone().equals(draft.zone()));
  }

  /** A product not saved yet. */
  static Product draft(OperatorId operator, String code, String name, ZoneId zone) {
    ProductId id = new ProductId(UuidCreator.getTimeOrderedEpoch());
    return new Product(id, operator, code, name, zone);
  }

  static Optional<Product> lock(Handle handle, ProductId id) {
    return handle
        .createQuery(
            """
            SELECT id, operator_id, code, name, zone FROM travel_product
            WHERE id = ? LOCK IN SHARE MODE
            """)
        .bind(0, BinaryId.bytes(id.value()))
        .map((row, context) -> product(row))
        .findOne();
  }

  /** Locks it against all others who lock it; whose it is, if there is one. */
  static Optional<OperatorId> lockAlone(Handle handle, ProductId id) {
    return Sql.query(
            handle,
            "SELECT operator_id FROM travel_product WHERE id = ? FOR UPDATE",
            List.of(id.value()),
            row -> new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))))
        .stream()
        .findFirst();
  }

  private static Product product(ResultSet row) throws SQLException {
    return new Product(
        new ProductId(BinaryId.uuid(row.getBytes("id"))),
        new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
        row.getString("code"),
        row.getString("name"),
        ZoneId.of(row.getString("zone")));
  }
}
