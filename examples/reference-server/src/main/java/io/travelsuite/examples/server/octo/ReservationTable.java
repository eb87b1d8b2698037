package io.travelsuite.examples.server.octo;

import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.price.DateRange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The server's own table, beside the library's in the same database. */
final class ReservationTable {

  /** A list of bookings is cut off here: each is read from the library too. */
  private static final int MOST_LISTED = 100;

  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS octo_reservation (
        uuid CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        reseller VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        fingerprint CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reseller_reference VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
        supplier_reference VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        local_date DATE NOT NULL,
        details MEDIUMTEXT CHARACTER SET utf8mb4 NOT NULL,
        KEY octo_by_reseller_reference (reseller, reseller_reference),
        KEY octo_by_supplier_reference (reseller, supplier_reference),
        KEY octo_by_date (reseller, local_date)
      )
      """;

  private static final String COLUMNS =
      "SELECT uuid, reseller, supplier_reference, fingerprint, details";

  private final DetailsTexts texts;

  ReservationTable(DetailsTexts texts) {
    this.texts = texts;
  }

  /** Some uuids, in their order. */
  static List<UUID> ids(Connection connection, String after, int most) throws SQLException {
    String sql = "SELECT uuid FROM octo_reservation WHERE uuid > ? ORDER BY uuid LIMIT ?";
    return Statements.query(connection, sql, row -> UUID.fromString(row.getString(1)), after, most);
  }

  /** Gives a reservation another fingerprint. */
  static void mark(Connection connection, UUID uuid, String fingerprint) throws SQLException {
    String sql = "UPDATE octo_reservation SET fingerprint = ? WHERE uuid = ?";
    Statements.update(connection, sql, fingerprint, uuid.toString());
  }

  /** Adds a reservation unless there is one of its uuid, as another request may have done first. */
  void addIfAbsent(Connection connection, Reservation added) throws SQLException {
    String sql =
        """
        INSERT INTO octo_reservation
          (uuid, reseller, fingerprint, reseller_reference, supplier_reference, local_date, details)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE uuid = octo_reservation.uuid
        """;
    Statements.update(
        connection,
        sql,
        added.uuid().toString(),
        added.reseller(),
        added.fingerprint(),
        added.details().told().resellerReference(),
        added.supplierReference(),
        date(added),
        texts.write(added.uuid(), added.details()));
  }

  /** Notes whose addresses are in a reservation that is locked. */
  void index(Connection connection, Reservation kept) throws SQLException {
    PersonTable.add(connection, kept.uuid(), texts.indexes(kept.details()));
  }

  /** The same where it was changed. */
  void index(Connection connection, Reservation before, Reservation after) throws SQLException {
    if (!DetailsTexts.emails(before.details()).equals(DetailsTexts.emails(after.details()))) {
      PersonTable.delete(connection, after.uuid());
      index(connection, after);
    }
  }

  void update(Connection connection, Reservation changed) throws SQLException {
    String sql =
        """
        UPDATE octo_reservation
        SET reseller_reference = ?, supplier_reference = ?, local_date = ?, details = ?
        WHERE uuid = ?
        """;
    Statements.update(
        connection,
        sql,
        changed.details().told().resellerReference(),
        changed.supplierReference(),
        date(changed),
        texts.write(changed.uuid(), changed.details()),
        changed.uuid().toString());
  }

  private static LocalDate date(Reservation kept) {
    return Objects.requireNonNull(Slots.date(kept.details().booked().availabilityId()));
  }

  Optional<Reservation> find(Connection connection, UUID uuid) throws SQLException {
    return rows(connection, COLUMNS + " FROM octo_reservation WHERE uuid = ?", uuid.toString())
        .stream()
        .findFirst();
  }

  /** The reservation, locked until the transaction ends: its changes come one after another. */
  Optional<Reservation> lock(Connection connection, UUID uuid) throws SQLException {
    String sql = COLUMNS + " FROM octo_reservation WHERE uuid = ? FOR UPDATE";
    return rows(connection, sql, uuid.toString()).stream().findFirst();
  }

  /** What a list of reservations is filtered by; what is null is not. */
  record Filter(
      @Nullable String resellerReference,
      @Nullable String supplierReference,
      @Nullable DateRange dates) {}

  List<Reservation> list(Connection connection, String reseller, Filter filter)
      throws SQLException {
    List<Object> values = new ArrayList<>(List.of(reseller));
    StringBuilder sql = new StringBuilder(COLUMNS);
    sql.append(" FROM octo_reservation WHERE reseller = ?");
    if (filter.resellerReference() != null) {
      sql.append(" AND reseller_reference = ?");
      values.add(filter.resellerReference());
    }
    if (filter.supplierReference() != null) {
      sql.append(" AND supplier_reference = ?");
      values.add(filter.supplierReference());
    }
    if (filter.dates() != null) {
      sql.append(" AND local_date BETWEEN ? AND ?");
      values.add(filter.dates().first());
      values.add(filter.dates().last());
    }
    sql.append(" ORDER BY local_date, uuid LIMIT ").append(MOST_LISTED);
    return rows(connection, sql.toString(), values.toArray());
  }

  private List<Reservation> rows(Connection connection, String sql, Object... values)
      throws SQLException {
    return Statements.query(connection, sql, this::read, values);
  }

  private Reservation read(ResultSet row) throws SQLException {
    UUID uuid = UUID.fromString(row.getString("uuid"));
    return new Reservation(
        uuid,
        row.getString("reseller"),
        row.getString("supplier_reference"),
        row.getString("fingerprint"),
        texts.read(uuid, row.getString("details")));
  }
}
