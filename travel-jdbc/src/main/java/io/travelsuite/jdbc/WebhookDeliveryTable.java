package io.travelsuite.jdbc;

import io.travelsuite.secret.CardNumbers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_webhook_delivery: what was received, without bodies. */
final class WebhookDeliveryTable {

  private WebhookDeliveryTable() {}

  /**
   * A row.
   *
   * @param delivery what came
   * @param verdict ACCEPTED, DUPLICATE or REFUSED
   */
  record Entry(Delivery delivery, String verdict) {

    private List<@Nullable Object> row(String at) {
      List<@Nullable Object> row = new ArrayList<>(11);
      row.add(delivery.id());
      row.add(delivery.provider());
      row.add(at);
      row.add(verdict);
      row.add(delivery.refusal() == null ? "" : delivery.refusal().reason());
      row.add(delivery.arrivals().size());
      row.add(firstEvent());
      row.add(delivery.note().bodySize());
      row.add(delivery.note().bodySha256());
      row.add(delivery.note().headers());
      row.add(delivery.note().more());
      return row;
    }

    private @Nullable String firstEvent() {
      if (delivery.arrivals().isEmpty()) {
        return null;
      }
      String id = CardNumbers.redact(delivery.arrivals().get(0).webhook().eventId());
      return id.length() <= 255 ? id : id.substring(0, 255);
    }
  }

  /** Inserts rows, except those that are there: a COMMIT whose answer was lost may have landed. */
  static void insert(Handle handle, List<Entry> entries, Instant now) {
    String at = UtcTime.text(now);
    MultiRow.insertAbsent(
        handle,
        """
        INSERT INTO travel_webhook_delivery
          (id, provider, received_at, verdict, reason, events, first_event, body_size, body_sha256,
           headers, more)\
        """,
        entries.stream().<List<@Nullable Object>>map(entry -> entry.row(at)).toList(),
        "id");
  }

  /** Rows received before a time, the oldest first, that nobody else has: locked. */
  static List<UUID> lockBefore(Handle handle, Instant time, int most) {
    return Sql.query(
        handle,
        """
        SELECT id FROM travel_webhook_delivery FORCE INDEX (travel_webhook_delivery_received)
        WHERE received_at <= ? ORDER BY received_at LIMIT ? FOR UPDATE SKIP LOCKED
        """,
        List.of(UtcTime.text(time), most),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  static void delete(Handle handle, List<UUID> ids) {
    MultiRow.delete(handle, "travel_webhook_delivery", "id", ids);
  }
}
