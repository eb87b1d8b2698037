package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_booking, what writes it. */
final class BookingTable {

  private static final String INSERT =
      """
      INSERT INTO travel_booking
        (id, operator_id, reference, booking_key, fingerprint, state, version, line_rows,
         channel, customer_name, customer_email, customer_phone, customer_locale, customer,
         email_index, phone_index, payment_reference, created_at, expires_at, extendable_until)\
      """;

  private BookingTable() {}

  static void insert(Handle handle, List<Transition> made) {
    MultiRow.insert(handle, INSERT, made.stream().map(BookingTable::values).toList());
    SubjectKeyTable.insert(
        handle, made.stream().map(BookingTable::keys).flatMap(Optional::stream).toList());
  }

  /**
   * Writes bookings that are locked, and so cannot have moved on. Many at once are upserted: their
   * rows are there, and one statement for all beats one each.
   */
  static void update(Handle handle, List<Transition> transitions) {
    if (transitions.size() == 1) {
      update(handle, transitions.get(0));
    } else {
      MultiRow.upsert(
          handle,
          INSERT,
          transitions.stream().map(BookingTable::values).toList(),
          List.of("state", "version", "line_rows", "payment_reference", "expires_at"));
    }
  }

  /** Compare-and-set on the version; a booking that we have locked cannot have moved on. */
  private static void update(Handle handle, Transition transition) {
    Booking after = transition.after();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(after.state().name());
    values.add(after.version());
    values.add(transition.lineRowsAfter());
    values.add(after.paymentReference());
    values.add(UtcTime.textOrNull(after.expiresAt()));
    values.add(after.id().value());
    values.add(after.version() - 1);
    int updated =
        Sql.update(
            handle,
            """
            UPDATE travel_booking
            SET state = ?, version = ?, line_rows = ?, payment_reference = ?, expires_at = ?
            WHERE id = ? AND version = ?
            """,
            values);
    if (updated != 1) {
      throw new IllegalStateException("booking " + after.id() + " moved on: was it locked first?");
    }
  }

  /** Locks bookings in key order, passing over those somebody else has; their versions. */
  static Map<BookingId, Integer> lockFree(Handle handle, Collection<BookingId> ids) {
    List<BookingId> sorted =
        ids.stream().sorted((a, b) -> BinaryId.compare(a.value(), b.value())).toList();
    String sql =
        """
        SELECT id, version FROM travel_booking FORCE INDEX (PRIMARY)
        WHERE id IN (%s) ORDER BY id FOR UPDATE SKIP LOCKED
        """
            .formatted(Placeholders.list(sorted.size()));
    Map<BookingId, Integer> versions = new HashMap<>();
    Sql.query(
            handle,
            sql,
            sorted.stream().map(BookingId::value).toList(),
            row ->
                Map.entry(new BookingId(BinaryId.uuid(row.getBytes("id"))), row.getInt("version")))
        .forEach(entry -> versions.put(entry.getKey(), entry.getValue()));
    return versions;
  }

  private static List<@Nullable Object> values(Transition made) {
    Booking booking = made.after();
    List<@Nullable Object> row = new ArrayList<>();
    row.add(booking.id().value());
    row.add(booking.operator().value());
    row.add(booking.reference());
    row.add(booking.key());
    row.add(made.origin().fingerprint().bytes());
    row.add(booking.state().name());
    row.add(booking.version());
    row.add(made.lineRowsAfter());
    row.add(booking.channel());
    addCustomer(row, booking.customer(), made.origin().customer());
    row.add(booking.paymentReference());
    row.add(UtcTime.text(booking.createdAt()));
    row.add(UtcTime.textOrNull(booking.expiresAt()));
    row.add(UtcTime.text(booking.extendableUntil()));
    return row;
  }

  /** Plain, or sealed and then nowhere plain. */
  private static void addCustomer(
      List<@Nullable Object> row, Customer customer, @Nullable SealedCustomer sealed) {
    Customer plain = sealed == null ? customer : Customer.UNKNOWN;
    row.add(plain.name());
    row.add(plain.email());
    row.add(plain.phone());
    row.add(plain.locale() == null ? null : plain.locale().toLanguageTag());
    row.add(sealed == null ? null : sealed.text());
    row.add(sealed == null ? null : sealed.emailIndex());
    row.add(sealed == null ? null : sealed.phoneIndex());
  }

  private static Optional<SubjectKeyRow> keys(Transition made) {
    return Optional.ofNullable(made.origin().customer()).map(SealedCustomer::keys);
  }
}
