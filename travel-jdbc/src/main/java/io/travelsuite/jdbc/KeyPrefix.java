package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.KeyedRequest;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Finds a page of the bookings whose keys begin alike, in the index that makes keys unique: the
 * page costs what it has, and a hold nothing more than before.
 */
final class KeyPrefix {

  private static final String PAGE =
      """
      SELECT id FROM travel_booking FORCE INDEX (travel_booking_key)
      WHERE operator_id = ? AND booking_key %s ? AND booking_key < ?
      ORDER BY booking_key LIMIT ?
      """;

  private KeyPrefix() {}

  /** The bookings of the page, and one more if there is one. */
  static List<BookingId> page(Handle handle, KeyedRequest request) {
    String after = request.after();
    return handle
        .createQuery(PAGE.formatted(after == null ? ">=" : ">"))
        .bind(0, BinaryId.bytes(request.operator().value()))
        .bind(1, after == null ? request.prefix() : after)
        .bind(2, end(request.prefix()))
        .bind(3, request.limit() + 1)
        .map((row, context) -> new BookingId(BinaryId.uuid(row.getBytes("id"))))
        .list();
  }

  /** The least text that is above all that begin so: keys are ASCII, and compared as bytes. */
  private static String end(String prefix) {
    int last = prefix.length() - 1;
    return prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
  }
}
