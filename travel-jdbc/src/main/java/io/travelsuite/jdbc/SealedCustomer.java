package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The customer of a booking as it is stored where persons' data are sealed.
 *
 * @param operator whose customer
 * @param booking whose row, and the id of the person
 * @param text sealed
 * @param emailIndex by which the e-mail is found, or null
 * @param phoneIndex by which the telephone is found, or null
 * @param keys the person's, wrapped; null when they were not read
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record SealedCustomer(
    OperatorId operator,
    BookingId booking,
    byte[] text,
    byte @Nullable [] emailIndex,
    byte @Nullable [] phoneIndex,
    @Nullable SubjectKeyRow keys) {

  /** Of a row of travel_booking; null where it has none. */
  static @Nullable SealedCustomer read(ResultSet row) throws SQLException {
    byte[] text = row.getBytes("customer");
    if (text == null) {
      return null;
    }
    return new SealedCustomer(
        new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
        new BookingId(BinaryId.uuid(row.getBytes("id"))),
        text,
        row.getBytes("email_index"),
        row.getBytes("phone_index"),
        null);
  }

  SealedCustomer with(@Nullable SubjectKeyRow read) {
    return new SealedCustomer(operator, booking, text, emailIndex, phoneIndex, read);
  }

  /** Shows no bytes. */
  @Override
  public String toString() {
    return "SealedCustomer[" + booking + "]";
  }
}
