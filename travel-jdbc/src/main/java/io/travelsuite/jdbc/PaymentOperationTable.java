package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.secret.CardNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table travel_payment_operation. Rows are written under their payment's lock. */
final class PaymentOperationTable {

  private static final int MOST = 1000;

  private PaymentOperationTable() {}

  /** The operations of a payment, the first recorded first. */
  static List<OperationRow> of(Handle handle, PaymentRow payment, String lock) {
    PaymentReference reference = payment.payment().reference();
    return OrdinalKeys.query(
        handle,
        "travel_payment_operation",
        new OrdinalKeys(payment.id(), payment.operations(), lock),
        row -> read(row, reference));
  }

  private static OperationRow read(ResultSet row, PaymentReference reference) throws SQLException {
    Operation operation =
        new Operation(
            reference,
            Operation.Kind.valueOf(row.getString("kind")),
            row.getString("operation_key"),
            MinorUnits.read(row),
            Operation.State.valueOf(row.getString("state")),
            row.getInt("attempts"),
            row.getString("detail"));
    byte[] owner = row.getBytes("owner");
    return new OperationRow(
        operation,
        row.getInt("ordinal"),
        owner == null ? null : BinaryId.uuid(owner),
        UtcTime.instant(row, "lease_until"),
        UtcTime.instant(row, "created_at"));
  }

  /** Adds an operation to a payment that is locked. */
  static void insert(Handle handle, PaymentRow payment, OperationRow row) {
    Operation operation = row.operation();
    unless(
        row.ordinal() <= MOST,
        "operation",
        operation.name(),
        "must be one of 1,000 of its payment");
    Sql.update(
        handle,
        """
        INSERT INTO travel_payment_operation
          (payment_id, ordinal, kind, operation_key, currency, amount, state, attempts, detail,
           owner, lease_until, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Arrays.asList(
            payment.id(),
            row.ordinal(),
            operation.kind().name(),
            operation.key(),
            MinorUnits.currency(operation.amount()),
            MinorUnits.of(operation.amount()),
            operation.state().name(),
            operation.attempts(),
            detail(operation),
            row.owner(),
            UtcTime.text(row.leaseUntil()),
            UtcTime.text(row.since())));
  }

  /** Writes what may change of an operation. */
  static void update(Handle handle, PaymentRow payment, OperationRow row) {
    Operation operation = row.operation();
    Sql.update(
        handle,
        """
        UPDATE travel_payment_operation
        SET state = ?, attempts = ?, detail = ?, owner = ?, lease_until = ?
        WHERE payment_id = ? AND ordinal = ?
        """,
        Arrays.asList(
            operation.state().name(),
            operation.attempts(),
            detail(operation),
            row.owner(),
            UtcTime.text(row.leaseUntil()),
            payment.id(),
            row.ordinal()));
  }

  /**
   * A provider's words may quote a card number, which is struck out: what came of the operation
   * must be recorded all the same. The address of a page is no text, and of use only as it is.
   */
  private static @Nullable String detail(Operation operation) {
    String detail = operation.detail();
    return detail == null || operation.state() == Operation.State.PENDING
        ? detail
        : CardNumbers.redact(detail);
  }
}
