package io.travelsuite.examples.server.refund;

import io.travelsuite.booking.BookingId;
import io.travelsuite.examples.server.store.Statements;
import io.travelsuite.payments.ledger.PaymentReference;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The server's own table of refunds. */
final class RefundTable {

  static final String NAME = "server_refund";

  static final String CREATE =
      """
      CREATE TABLE IF NOT EXISTS server_refund (
        id CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
        booking CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        payment VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        amount BIGINT NOT NULL,
        currency CHAR(3) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        reason VARCHAR(200) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
        asked_by VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        asked_at DATETIME(6) NOT NULL,
        state VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
        decided_by VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin,
        KEY server_refund_by_state (state, id),
        KEY server_refund_by_booking (booking, id)
      )
      """;

  private static final String SELECT = "SELECT * FROM server_refund ";

  private RefundTable() {}

  /** Adds a refund unless there is one of its id. */
  static void addIfAbsent(Connection connection, Refund added) throws SQLException {
    String sql =
        """
        INSERT INTO server_refund
          (id, booking, payment, amount, currency, reason, asked_by, asked_at, state)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE id = server_refund.id
        """;
    Statements.update(
        connection,
        sql,
        added.id().toString(),
        added.what().booking().toString(),
        added.what().payment().value(),
        added.what().amount().getAmountMinorLong(),
        added.what().amount().getCurrencyUnit().getCode(),
        added.what().reason(),
        added.asked().by(),
        LocalDateTime.ofInstant(added.asked().at(), ZoneOffset.UTC),
        added.state().name());
  }

  static void update(Connection connection, Refund changed) throws SQLException {
    String sql = "UPDATE server_refund SET state = ?, decided_by = ? WHERE id = ?";
    Statements.update(
        connection, sql, changed.state().name(), changed.decidedBy(), changed.id().toString());
  }

  static Optional<Refund> find(Connection connection, UUID id) throws SQLException {
    return rows(connection, SELECT + "WHERE id = ?", id.toString()).stream().findFirst();
  }

  /** The refund, locked until the transaction ends. */
  static Optional<Refund> lock(Connection connection, UUID id) throws SQLException {
    return rows(connection, SELECT + "WHERE id = ? FOR UPDATE", id.toString()).stream().findFirst();
  }

  /** Takes the reasons of a booking's refunds away. */
  static int forgetReasons(Connection connection, UUID booking) throws SQLException {
    String sql = "UPDATE server_refund SET reason = '' WHERE booking = ? AND reason <> ''";
    return Statements.update(connection, sql, booking.toString());
  }

  /** Refunds by id, those after one, of a state or of any. */
  static List<Refund> list(
      Connection connection, Refund.@Nullable State state, @Nullable UUID after, int most)
      throws SQLException {
    String from = after == null ? "" : after.toString();
    return state == null
        ? rows(connection, SELECT + "WHERE id > ? ORDER BY id LIMIT ?", from, most)
        : rows(
            connection,
            SELECT + "WHERE state = ? AND id > ? ORDER BY id LIMIT ?",
            state.name(),
            from,
            most);
  }

  static List<Refund> of(Connection connection, BookingId booking) throws SQLException {
    return rows(connection, SELECT + "WHERE booking = ? ORDER BY id", booking.toString());
  }

  private static List<Refund> rows(Connection connection, String sql, Object... values)
      throws SQLException {
    return Statements.query(connection, sql, RefundTable::row, values);
  }

  private static Refund row(ResultSet row) throws SQLException {
    return new Refund(
        UUID.fromString(row.getString("id")),
        new Refund.What(
            new BookingId(UUID.fromString(row.getString("booking"))),
            new PaymentReference(row.getString("payment")),
            Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("amount")),
            row.getString("reason")),
        new Refund.Asked(
            row.getString("asked_by"),
            row.getObject("asked_at", LocalDateTime.class).toInstant(ZoneOffset.UTC)),
        Refund.State.valueOf(row.getString("state")),
        row.getString("decided_by"));
  }
}
