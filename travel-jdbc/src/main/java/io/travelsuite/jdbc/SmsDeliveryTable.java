package io.travelsuite.jdbc;

import io.travelsuite.notify.sms.SmsDelivery;
import io.travelsuite.notify.sms.SmsStatus;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_sms_delivery. */
final class SmsDeliveryTable {

  private SmsDeliveryTable() {}

  /**
   * Unless as much is known. The progress is set last: MySQL assigns from left to right, and what
   * is compared must be the old one.
   */
  static void note(Handle handle, String providerId, SmsDelivery delivery) {
    Sql.update(
        handle,
        """
        INSERT INTO travel_sms_delivery (provider_id, status, progress, error_code, learnt_at)
        VALUES (?, ?, ?, ?, ?)
        ON DUPLICATE KEY UPDATE
          status = IF(progress < VALUES(progress), VALUES(status), status),
          error_code = IF(progress < VALUES(progress), VALUES(error_code), error_code),
          learnt_at = IF(progress < VALUES(progress), VALUES(learnt_at), learnt_at),
          progress = GREATEST(progress, VALUES(progress))
        """,
        Arrays.asList(
            id(providerId),
            delivery.status().name(),
            delivery.status().progress(),
            delivery.errorCode(),
            UtcTime.text(delivery.at())));
  }

  private static byte[] id(String providerId) {
    return providerId.getBytes(StandardCharsets.US_ASCII);
  }

  static Optional<SmsDelivery> find(Handle handle, String providerId) {
    return Sql.query(
            handle,
            "SELECT status, error_code, learnt_at FROM travel_sms_delivery WHERE provider_id = ?",
            List.of(id(providerId)),
            row ->
                new SmsDelivery(
                    SmsStatus.valueOf(row.getString("status")),
                    errorCode(row),
                    UtcTime.instant(row, "learnt_at")))
        .stream()
        .findFirst();
  }

  private static @Nullable Integer errorCode(ResultSet row) throws SQLException {
    int code = row.getInt("error_code");
    return row.wasNull() ? null : code;
  }

  static int purge(Handle handle, Instant until, int most) {
    List<byte[]> ids =
        Sql.query(
            handle,
            """
            SELECT provider_id FROM travel_sms_delivery
            WHERE learnt_at <= ? ORDER BY learnt_at LIMIT ?
            """,
            List.of(UtcTime.text(until), most),
            row -> row.getBytes("provider_id"));
    MultiRow.delete(handle, "travel_sms_delivery", "provider_id", ids);
    return ids.size();
  }
}
