package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_payment. Rows are locked by their primary key alone. */
final class PaymentTable {

  private PaymentTable() {}

  /** A new row, without facts, and with one operation, which the caller inserts. */
  static PaymentRow insert(Handle handle, Payment payment, Instant now, Instant due) {
    UUID id = UuidCreator.getTimeOrderedEpoch();
    PaymentRow row = new PaymentRow(id, payment, null, Fate.OPEN, 1, 0, due, 0, 1);
    List<@Nullable Object> values = intent(id, payment);
    values.addAll(Arrays.asList(Fate.OPEN.name(), UtcTime.text(due), UtcTime.text(now)));
    Sql.update(
        handle,
        """
        INSERT INTO travel_payment
          (id, reference, operator_id, provider, mode, payment_key, booking_id, currency, amount,
           token, return_url, description, customer, fate, due_at, created_at,
           version, looks, facts, operations)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0, 1)
        """,
        values);
    return row;
  }

  private static List<@Nullable Object> intent(UUID id, Payment payment) {
    Account account = payment.account();
    String token = payment.method() instanceof PaymentMethod.Token t ? t.token() : null;
    return new ArrayList<>(
        Arrays.asList(
            id,
            payment.reference().value(),
            account.operator().value(),
            account.provider(),
            account.mode().name(),
            payment.key(),
            payment.booking().value(),
            MinorUnits.currency(payment.amount()),
            MinorUnits.of(payment.amount()),
            token,
            payment.method().returnUrl().toString(),
            payment.description(),
            payment.customer()));
  }

  /** The id of a reference, which never changes: a plain read may tell it. */
  static Optional<UUID> id(Handle handle, PaymentReference reference) {
    return Sql.query(
            handle,
            "SELECT id FROM travel_payment WHERE reference = ?",
            List.of(reference.value()),
            row -> BinaryId.uuid(row.getBytes("id")))
        .stream()
        .findFirst();
  }

  /** The id of the payment that a fact may be of; whether it is, its locked row tells. */
  static Optional<UUID> id(Handle handle, Fact fact) {
    PaymentReference reference = fact.reference();
    if (reference != null) {
      return id(handle, reference);
    }
    return Sql.query(
            handle,
            """
            SELECT id FROM travel_payment
            WHERE provider = ? AND mode = ? AND provider_payment = ? ORDER BY id LIMIT 1
            """,
            List.of(fact.provider(), fact.mode().name(), fact.payment()),
            row -> BinaryId.uuid(row.getBytes("id")))
        .stream()
        .findFirst();
  }

  static Optional<PaymentRow> find(Handle handle, PaymentReference reference) {
    return Sql.query(
            handle,
            "SELECT * FROM travel_payment WHERE reference = ?",
            List.of(reference.value()),
            PaymentRow::read)
        .stream()
        .findFirst();
  }

  /** Rows are never deleted: an id that was found is there. */
  static PaymentRow lock(Handle handle, UUID id) {
    return Sql.query(
            handle,
            "SELECT * FROM travel_payment WHERE id = ? FOR UPDATE",
            List.of(id),
            PaymentRow::read)
        .get(0);
  }

  /** Writes what may change of a row that is locked. */
  static void save(Handle handle, PaymentRow row) {
    Sql.update(
        handle,
        """
        UPDATE travel_payment SET provider_payment = ?, fate = ?, version = ?, looks = ?,
          due_at = ?, facts = ?, operations = ?
        WHERE id = ?
        """,
        Arrays.asList(
            row.providerPayment(),
            row.fate().name(),
            row.version(),
            row.looks(),
            UtcTime.textOrNull(row.due()),
            row.facts(),
            row.operations(),
            row.id()));
  }

  /** Ids of payments that seem due, the longest due first. */
  static List<UUID> due(Handle handle, String provider, Mode mode, Window window) {
    return Sql.query(
        handle,
        """
        SELECT id FROM travel_payment FORCE INDEX (travel_payment_due)
        WHERE provider = ? AND mode = ? AND due_at <= ? ORDER BY due_at LIMIT ?
        """,
        List.of(provider, mode.name(), UtcTime.text(window.now()), window.limit()),
        row -> BinaryId.uuid(row.getBytes("id")));
  }

  /**
   * What is looked for.
   *
   * @param now until when it is due
   * @param limit how many at most
   */
  record Window(Instant now, int limit) {}

  /**
   * Locks one that is still due and that nobody else has, and makes it due later.
   *
   * @return what it is to the reconciler, if it was still due
   */
  static Optional<PaymentStore.Due> take(Handle handle, UUID id, Instant now, Instant next) {
    List<PaymentStore.Due> found =
        Sql.query(
            handle,
            """
            SELECT reference, looks FROM travel_payment
            WHERE id = ? AND due_at <= ? FOR UPDATE SKIP LOCKED
            """,
            List.of(id, UtcTime.text(now)),
            row ->
                new PaymentStore.Due(
                    new PaymentReference(row.getString("reference")), row.getInt("looks")));
    if (!found.isEmpty()) {
      Sql.update(
          handle,
          "UPDATE travel_payment SET due_at = ?, looks = looks + 1 WHERE id = ?",
          List.of(UtcTime.text(next), id));
    }
    return found.stream().findFirst();
  }

  /** Says when a payment is due, if it is still of that version. */
  static void checkAgain(Handle handle, UUID id, int version, @Nullable Instant due) {
    Sql.update(
        handle,
        "UPDATE travel_payment SET due_at = ? WHERE id = ? AND version = ?",
        Arrays.asList(UtcTime.textOrNull(due), id, version));
  }
}
