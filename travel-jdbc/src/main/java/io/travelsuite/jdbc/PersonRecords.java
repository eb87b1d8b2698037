package io.travelsuite.jdbc;

import io.travelsuite.booking.BookedLine;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Customer;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.DataSubject;
import io.travelsuite.security.erasure.PersonalRecords;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What the library's tables hold about a booking's person, place by place. */
final class PersonRecords {

  private static final UUID FIRST = new UUID(0, 0);

  private final OwnTransactions transactions;
  private final Bookings bookings;

  PersonRecords(OwnTransactions transactions, Bookings bookings) {
    this.transactions = transactions;
    this.bookings = bookings;
  }

  List<PersonalRecords> places() {
    return List.of(
        new Place("bookings", (subject, limit) -> booking(subject)),
        new Place("payments", this::payments),
        new Place("audit", this::audit));
  }

  private interface Reader {
    List<Map<String, @Nullable Object>> about(DataSubject subject, int limit);
  }

  private record Place(String name, Reader reader) implements PersonalRecords {

    @Override
    public List<Map<String, @Nullable Object>> about(DataSubject subject, int limit) {
      return reader.about(subject, limit);
    }
  }

  private List<Map<String, @Nullable Object>> booking(DataSubject subject) {
    Optional<Booking> booking =
        bookings
            .find(new BookingId(subject.id()))
            .filter(found -> found.operator().equals(subject.operator()));
    return booking.map(PersonRecords::record).stream().toList();
  }

  private static Map<String, @Nullable Object> record(Booking booking) {
    Customer customer = booking.customer();
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("reference", booking.reference());
    record.put("state", booking.state().name());
    record.put("name", customer.name());
    record.put("email", customer.email());
    record.put("phone", customer.phone());
    record.put("locale", customer.locale() == null ? null : customer.locale().toLanguageTag());
    record.put("channel", booking.channel());
    record.put("payment_reference", booking.paymentReference());
    record.put("created_at", booking.createdAt());
    record.put("total", booking.total().map(Object::toString).orElse(null));
    record.put("lines", booking.lines().stream().map(PersonRecords::line).toList());
    return record;
  }

  private static Map<String, @Nullable Object> line(BookedLine line) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("occurrence", line.occurrence().toString());
    record.put("fare_unit", line.fareUnit());
    record.put("units", line.units().stream().map(Enum::name).toList());
    record.put("seats", line.seats());
    return record;
  }

  private List<Map<String, @Nullable Object>> payments(DataSubject subject, int limit) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            Sql.query(
                handle,
                """
                SELECT * FROM travel_payment FORCE INDEX (travel_payment_booking)
                WHERE booking_id = ? AND operator_id = ? ORDER BY id LIMIT ?
                """,
                List.of(subject.id(), subject.operator().value(), limit),
                PersonRecords::payment));
  }

  private static Map<String, @Nullable Object> payment(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("reference", row.getString("reference"));
    record.put("provider", row.getString("provider"));
    record.put("amount", MinorUnits.read(row).toString());
    record.put("description", row.getString("description"));
    record.put("customer", row.getString("customer"));
    record.put("created_at", UtcTime.instant(row, "created_at"));
    return record;
  }

  private List<Map<String, @Nullable Object>> audit(DataSubject subject, int limit) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            audit(handle, subject, limit).stream()
                .filter(entry -> entry.operator().equals(subject.operator().value()))
                .map(PersonRecords::record)
                .toList());
  }

  private static List<AuditRecord> audit(Handle handle, DataSubject subject, int limit) {
    return AuditTable.of(handle, subject.id(), FIRST, limit);
  }

  private static Map<String, @Nullable Object> record(AuditRecord entry) {
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    record.put("action", entry.action());
    record.put("detail", entry.detail());
    record.put("recorded_at", entry.at().toString());
    return record;
  }
}
