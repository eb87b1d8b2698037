package io.travelsuite.jdbc;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.jdbc.Transactions.Freshness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Seals the customers of bookings from before there were keys. */
final class PlainBookings {

  private static final UUID FIRST = new UUID(0, 0);

  private static final String UNSEALED =
      """
      customer IS NULL AND (customer_name IS NOT NULL OR customer_email IS NOT NULL
        OR customer_phone IS NOT NULL OR customer_locale IS NOT NULL)
      """;

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final SealedCustomers customers;

  PlainBookings(OwnTransactions transactions, DatabaseClock clock, SealedCustomers customers) {
    this.transactions = transactions;
    this.clock = clock;
    this.customers = customers;
  }

  /** Seals the next ones behind a booking; the last of them, or empty at the end. */
  Optional<BookingId> seal(@Nullable BookingId after, int limit) {
    UUID last = after == null ? FIRST : after.value();
    List<BookingRow> rows =
        transactions.read(
            Freshness.CLUSTER,
            handle ->
                Sql.query(
                    handle,
                    "SELECT * FROM travel_booking FORCE INDEX (PRIMARY) WHERE id > ? AND "
                        + UNSEALED
                        + "ORDER BY id LIMIT ?",
                    List.of(last, limit),
                    BookingRow::of));
    rows.forEach(this::seal);
    return rows.size() < limit
        ? Optional.empty()
        : Optional.of(rows.get(rows.size() - 1).booking().id());
  }

  private void seal(BookingRow row) {
    Booking booking = row.booking();
    SealedCustomer sealed = customers.seal(booking.operator(), booking.id(), booking.customer());
    if (sealed == null) {
      return;
    }
    Fingerprint fingerprint = customers.keyed(row.origin().fingerprint());
    transactions.write(
        Freshness.CLUSTER, unit -> write(unit, booking.customer(), sealed, fingerprint));
  }

  /** Unless somebody else did, or took it away: then the key is not needed. */
  private boolean write(
      UnitOfWork unit, Customer plain, SealedCustomer sealed, Fingerprint fingerprint) {
    List<@Nullable Object> values =
        new ArrayList<>(
            Arrays.asList(
                sealed.text(),
                sealed.emailIndex(),
                sealed.phoneIndex(),
                fingerprint.bytes(),
                sealed.booking().value()));
    values.addAll(Arrays.asList(plain.name(), plain.email(), plain.phone()));
    int changed =
        Sql.update(
            unit.handle(),
            """
            UPDATE travel_booking
            SET customer = ?, email_index = ?, phone_index = ?, fingerprint = ?,
              customer_name = NULL, customer_email = NULL, customer_phone = NULL,
              customer_locale = NULL
            WHERE id = ? AND customer IS NULL AND customer_name <=> ? AND customer_email <=> ?
              AND customer_phone <=> ?
            """,
            values);
    if (changed == 1 && sealed.keys() != null) {
      SubjectKeyTable.insert(unit.handle(), List.of(sealed.keys()));
      audit(unit, sealed);
    }
    return changed == 1;
  }

  private void audit(UnitOfWork unit, SealedCustomer sealed) {
    AuditTable.About about =
        new AuditTable.About(sealed.operator().value(), sealed.booking().value());
    AuditTable.add(
        unit.handle(), about, AuditTable.Done.of("person.sealed"), clock.now(unit.handle()));
  }
}
