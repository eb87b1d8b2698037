package io.travelsuite.benchmarks.sale;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that the library writes for a booking: the same tables, columns and sizes. */
final class BookingRows {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS");

  private static final Rows BOOKING =
      new Rows(
          """
          INSERT INTO travel_booking
            (id, operator_id, reference, booking_key, fingerprint, state, version, line_rows,
             payment_reference, created_at, expires_at, extendable_until)\
          """,
          BookingRows::booking);

  private static final Rows LINE =
      new Rows(
          """
          INSERT INTO travel_line
            (booking_id, row_no, line_no, occurrence_id, from_leg, to_leg, pool, per_unit,
             unit_states, seats)\
          """,
          BookingRows::line);

  private static final Rows HOLD =
      new Rows(
          "INSERT INTO travel_hold (occurrence_id, expires_at, booking_id)", BookingRows::hold);

  private static final Rows EVENT =
      new Rows(
          """
          INSERT INTO travel_event
            (id, operator_id, aggregate_id, version, type, payload, occurred_at)\
          """,
          BookingRows::event);

  private static final Rows AUDIT =
      new Rows(
          """
          INSERT INTO travel_audit
            (subject_id, id, operator_id, action, detail, recorded_at)\
          """,
          BookingRows::audit);

  private BookingRows() {}

  /** Inserts all rows of these bookings. */
  static void insert(Connection connection, List<SoldBooking> bookings) throws SQLException {
    BOOKING.insert(connection, bookings);
    LINE.insert(connection, bookings);
    List<SoldBooking> holds = bookings.stream().filter(b -> !b.confirmed()).toList();
    HOLD.insert(connection, holds);
    EVENT.insert(connection, bookings);
    AUDIT.insert(connection, bookings);
  }

  private static @Nullable Object[] booking(SoldBooking b) {
    return new @Nullable Object[] {
      Bytes.of(b.id()),
      Bytes.of(b.operator()),
      b.reference(),
      b.key(),
      fingerprint(b),
      state(b),
      version(b),
      1,
      b.confirmed() ? "paid-" + b.reference() : null,
      text(b.at()),
      b.confirmed() ? null : text(expiry(b)),
      text(b.at().plusHours(2))
    };
  }

  private static @Nullable Object[] line(SoldBooking b) {
    return new @Nullable Object[] {
      Bytes.of(b.id()),
      0,
      0,
      Bytes.of(b.occurrence()),
      0,
      1,
      "seats",
      1,
      "A".repeat(b.units()),
      null
    };
  }

  private static @Nullable Object[] hold(SoldBooking b) {
    return new @Nullable Object[] {Bytes.of(b.occurrence()), text(expiry(b)), Bytes.of(b.id())};
  }

  private static @Nullable Object[] event(SoldBooking b) {
    return new @Nullable Object[] {
      Bytes.of(b.event()),
      Bytes.of(b.operator()),
      Bytes.of(b.id()),
      version(b),
      type(b),
      payload(b),
      text(b.at())
    };
  }

  private static @Nullable Object[] audit(SoldBooking b) {
    String from = b.confirmed() ? "\"from\":\"HELD\"," : "";
    return new @Nullable Object[] {
      Bytes.of(b.id()),
      Bytes.of(b.event()),
      Bytes.of(b.operator()),
      type(b),
      "{" + from + "\"to\":\"" + state(b) + "\",\"version\":" + version(b) + "}",
      text(b.at())
    };
  }

  private static String payload(SoldBooking b) {
    String expiry = b.confirmed() ? "" : "\"expiresAt\":\"" + expiry(b) + "Z\",";
    return "{\"booking\":\""
        + b.id()
        + "\",\"reference\":\""
        + b.reference()
        + "\",\"state\":\""
        + state(b)
        + "\",\"version\":"
        + version(b)
        + ","
        + expiry
        + "\"lines\":[{\"number\":0,\"occurrence\":\""
        + b.occurrence()
        + "\",\"legs\":[0,1],\"takes\":{\"seats\":1},\"units\":\""
        + "A".repeat(b.units())
        + "\"}]}";
  }

  private static byte[] fingerprint(SoldBooking b) {
    try {
      byte[] request = (b.occurrence() + b.key()).getBytes(StandardCharsets.UTF_8);
      return MessageDigest.getInstance("SHA-256").digest(request);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String state(SoldBooking b) {
    return b.confirmed() ? "CONFIRMED" : "HELD";
  }

  private static String type(SoldBooking b) {
    return b.confirmed() ? "booking.confirmed" : "booking.held";
  }

  private static int version(SoldBooking b) {
    return b.confirmed() ? 2 : 1;
  }

  private static LocalDateTime expiry(SoldBooking b) {
    return b.at().plusMinutes(15);
  }

  private static String text(LocalDateTime time) {
    return TIME.format(time);
  }
}
