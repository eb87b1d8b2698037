package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Customer;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.security.data.RowPlace;
import io.travelsuite.security.data.SealedRow;
import io.travelsuite.security.data.SealedRows;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sealed customers of bookings, for who seals them anew. */
final class SealedBookings implements SealedRows {

  static final String EMAIL = "email_index";
  static final String PHONE = "phone_index";

  private static final String COLUMNS =
      "SELECT id, operator_id, customer, email_index, phone_index FROM travel_booking"
          + " FORCE INDEX (PRIMARY) WHERE customer IS NOT NULL AND ";

  private static final UUID FIRST = new UUID(0, 0);

  private final OwnTransactions transactions;
  private final AddressIndexes indexes;

  SealedBookings(OwnTransactions transactions, AddressIndexes indexes) {
    this.transactions = transactions;
    this.indexes = indexes;
  }

  @Override
  public List<SealedRow> after(@Nullable String cursor, int limit) {
    UUID last = cursor == null ? FIRST : UUID.fromString(cursor);
    return query("id > ? ORDER BY id LIMIT ?", List.of(last, limit));
  }

  @Override
  public Optional<SealedRow> find(RowPlace place) {
    return query("id = ?", List.of(UUID.fromString(place.row()))).stream().findFirst();
  }

  private List<SealedRow> query(String condition, List<?> values) {
    return transactions.read(
        Freshness.CLUSTER,
        handle ->
            Sql.query(
                handle,
                COLUMNS + condition,
                values,
                row -> sealed(Objects.requireNonNull(SealedCustomer.read(row)))));
  }

  private static SealedRow sealed(SealedCustomer customer) {
    OperatorId operator = customer.operator();
    BookingId id = customer.booking();
    return new SealedRow(
        SealedCustomers.subject(operator, id),
        SealedCustomers.place(operator, id),
        id.toString(),
        Map.of(SealedCustomers.COLUMN, customer.text()),
        indexes(customer.emailIndex(), customer.phoneIndex()));
  }

  private static Map<String, byte[]> indexes(byte @Nullable [] email, byte @Nullable [] phone) {
    Map<String, byte[]> indexes = new HashMap<>();
    if (email != null) {
      indexes.put(EMAIL, email);
    }
    if (phone != null) {
      indexes.put(PHONE, phone);
    }
    return indexes;
  }

  @Override
  public boolean replace(SealedRow read, SealedRow next) {
    List<@Nullable Object> values =
        Arrays.asList(
            next.fields().get(SealedCustomers.COLUMN),
            next.indexes().get(EMAIL),
            next.indexes().get(PHONE),
            UUID.fromString(next.place().row()),
            read.fields().get(SealedCustomers.COLUMN));
    return transactions.write(
        Freshness.CLUSTER,
        unit ->
            Sql.update(
                    unit.handle(),
                    """
                    UPDATE travel_booking SET customer = ?, email_index = ?, phone_index = ?
                    WHERE id = ? AND customer = ?
                    """,
                    values)
                == 1);
  }

  @Override
  public Map<String, byte[]> indexes(RowPlace place, Map<String, String> texts) {
    String text = texts.get(SealedCustomers.COLUMN);
    Customer customer = text == null ? Customer.UNKNOWN : CustomerText.read(text);
    return indexes(
        indexes.email(place.operator(), customer), indexes.phone(place.operator(), customer));
  }
}
