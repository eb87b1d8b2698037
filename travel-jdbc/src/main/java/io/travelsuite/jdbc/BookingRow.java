package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.OperatorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** A row of travel_booking: a booking still without its lines. */
record BookingRow(Booking booking, int lineRows, Origin origin) {

  static BookingRow of(ResultSet row) throws SQLException {
    Booking booking =
        new Booking(
            new BookingId(BinaryId.uuid(row.getBytes("id"))),
            new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
            row.getString("reference"),
            BookingState.valueOf(row.getString("state")),
            row.getInt("version"),
            row.getString("booking_key"),
            row.getString("channel"),
            customer(row),
            row.getString("payment_reference"),
            null,
            List.of(),
            UtcTime.instant(row, "created_at"),
            UtcTime.instantOrNull(row, "expires_at"),
            UtcTime.instant(row, "extendable_until"));
    Fingerprint fingerprint = Fingerprint.stored(row.getBytes("fingerprint"));
    return new BookingRow(
        booking, row.getInt("line_rows"), new Origin(fingerprint, SealedCustomer.read(row)));
  }

  StoredBooking with(List<LineRow> rows) {
    Booking whole =
        Revision.of(booking)
            .promo(LineRow.promo(rows))
            .lines(LineRow.lines(rows))
            .unchangedVersion();
    return new StoredBooking(whole, LineRow.byLine(rows), origin);
  }

  private static Customer customer(ResultSet row) throws SQLException {
    String locale = row.getString("customer_locale");
    return new Customer(
        row.getString("customer_name"),
        row.getString("customer_email"),
        row.getString("customer_phone"),
        locale == null ? null : Locale.forLanguageTag(locale));
  }
}
