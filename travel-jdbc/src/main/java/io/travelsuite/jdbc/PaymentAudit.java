package io.travelsuite.jdbc;

import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Operation;
import java.time.Instant;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** What is recorded of payments: about their bookings, so that each tells its own. */
final class PaymentAudit {

  private PaymentAudit() {}

  /** That something was decided of a payment. */
  static void write(Handle handle, PaymentRow row, String action, Instant at) {
    String reference = row.payment().reference().value();
    Map<String, String> detail = Map.of("payment", reference);
    AuditTable.add(handle, about(row), new AuditTable.Done(action, detail), at);
  }

  /** That a provider told something. */
  static void told(Handle handle, PaymentRow row, Fact fact, Instant at) {
    Map<String, String> detail =
        Map.of(
            "payment", row.payment().reference().value(),
            "transition", fact.transition().name(),
            "amount", fact.amount().toString());
    AuditTable.add(handle, about(row), new AuditTable.Done("payment.told", detail), at);
  }

  /** That a provider is asked for something, such as a refund, or answered. */
  static void operation(Handle handle, PaymentRow row, Operation operation, Instant at) {
    Map<String, String> detail =
        Map.of(
            "payment", row.payment().reference().value(),
            "kind", operation.kind().name(),
            "state", operation.state().name(),
            "amount", operation.amount().toString());
    AuditTable.add(handle, about(row), new AuditTable.Done("payment.operation", detail), at);
  }

  private static AuditTable.About about(PaymentRow row) {
    return new AuditTable.About(
        row.payment().account().operator().value(), row.payment().booking().value());
  }
}
