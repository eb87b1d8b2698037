package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.data.SubjectKeys;
import io.travelsuite.security.retention.ExpirableRows;
import io.travelsuite.security.retention.ExpiredRow;
import io.travelsuite.security.retention.RetentionPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The customers of bookings, last needed when their last departure was, or when they were made if
 * that is later. Walked in the order of ids, a bounded page at a time.
 */
final class BookingRetention implements ExpirableRows {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String NEEDED =
      """
      SELECT b.id, b.operator_id,
        GREATEST(b.created_at, COALESCE(MAX(o.starts_at), b.created_at)) AS needed
      FROM travel_booking b FORCE INDEX (PRIMARY)
        LEFT JOIN travel_line l ON l.booking_id = b.id
        LEFT JOIN travel_occurrence o ON o.id = l.occurrence_id
      """;

  private final OwnTransactions transactions;
  private final SubjectKeys keys;
  private final PersonErasure erasure;

  BookingRetention(OwnTransactions transactions, SubjectKeys keys, PersonErasure erasure) {
    this.transactions = transactions;
    this.keys = keys;
    this.erasure = erasure;
  }

  @Override
  public List<ExpiredRow> before(Instant cutoff, @Nullable String cursor, int limit) {
    List<ExpiredRow> expired = new ArrayList<>();
    UUID last = cursor == null ? FIRST : UUID.fromString(cursor);
    List<UUID> page;
    do {
      UUID after = last;
      page = transactions.read(Freshness.CLUSTER, handle -> page(handle, after));
      for (ExpiredRow row : needed(page)) {
        if (row.lastNeeded().isBefore(cutoff) && expired.size() < limit) {
          expired.add(row);
        }
      }
      last = page.isEmpty() ? last : page.get(page.size() - 1);
    } while (expired.size() < limit && page.size() == Placeholders.MOST_KEYS);
    return expired;
  }

  /** The next bookings that tell of somebody still. */
  private static List<UUID> page(Handle handle, UUID after) {
    return Sql.query(
        handle,
        """
        SELECT id FROM travel_booking FORCE INDEX (PRIMARY)
        WHERE id > ? AND (customer IS NOT NULL OR customer_name IS NOT NULL
          OR customer_email IS NOT NULL OR customer_phone IS NOT NULL)
        ORDER BY id LIMIT ?
        """,
        List.of(after, Placeholders.MOST_KEYS),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  private List<ExpiredRow> needed(List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String condition = "WHERE b.id IN (" + Placeholders.list(ids.size()) + ")";
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            Sql.query(
                handle,
                NEEDED + condition + " GROUP BY b.id, b.operator_id, b.created_at ORDER BY b.id",
                ids,
                BookingRetention::read));
  }

  private static ExpiredRow read(ResultSet row) throws SQLException {
    UUID id = BinaryId.uuid(row.getBytes("id"));
    OperatorId operator = new OperatorId(BinaryId.uuid(row.getBytes("operator_id")));
    return new ExpiredRow(
        new DataSubject(operator, id), id.toString(), UtcTime.instant(row, "needed"));
  }

  /** Bookings are accounts, which stay: their customers go, and with them their keys. */
  @Override
  public boolean apply(ExpiredRow row, RetentionPolicy.Action action) {
    unless(action == RetentionPolicy.Action.ANONYMISE, "action", action, "must be to anonymise");
    Optional<ExpiredRow> now = needed(List.of(row.subject().id())).stream().findFirst();
    if (!now.equals(Optional.of(row))) {
      return false;
    }
    keys.destroy(row.subject());
    return erasure.anonymise(row.subject()) > 0;
  }
}
