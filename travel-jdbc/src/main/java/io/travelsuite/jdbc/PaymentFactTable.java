package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.Mode;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.Transition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The table travel_payment_fact. A row never changes. */
final class PaymentFactTable {

  /** No honest payment has that many; whoever tells more is not believed. */
  private static final int MOST = 1000;

  private PaymentFactTable() {}

  /** The facts of a payment, the first told first. */
  static List<FactRow> of(Handle handle, PaymentRow payment, String lock) {
    PaymentReference reference = payment.payment().reference();
    return OrdinalKeys.query(
        handle,
        "travel_payment_fact",
        new OrdinalKeys(payment.id(), payment.facts(), lock),
        row -> read(row, reference));
  }

  private static FactRow read(ResultSet row, PaymentReference reference) throws SQLException {
    Fact fact =
        new Fact(
            row.getString("provider"),
            Mode.valueOf(row.getString("mode")),
            reference,
            row.getString("provider_payment"),
            row.getString("provider_object"),
            Transition.valueOf(row.getString("transition")),
            MinorUnits.read(row),
            null);
    return new FactRow(fact, BinaryId.uuid(row.getBytes("told")));
  }

  /**
   * Adds a fact to a payment that is locked.
   *
   * @throws RuntimeException for a duplicate, when another payment has it
   */
  static void insert(Handle handle, PaymentRow payment, FactRow row, Instant now) {
    Fact fact = row.fact();
    unless(payment.facts() < MOST, "fact", fact.text(), "must be one of 1,000 of its payment");
    Sql.update(
        handle,
        """
        INSERT INTO travel_payment_fact
          (payment_id, ordinal, provider, mode, provider_payment, provider_object, transition,
           currency, amount, told, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        List.of(
            payment.id(),
            payment.facts() + 1,
            fact.provider(),
            fact.mode().name(),
            fact.payment(),
            fact.object(),
            fact.transition().name(),
            MinorUnits.currency(fact.amount()),
            MinorUnits.of(fact.amount()),
            row.told(),
            UtcTime.text(now)));
  }
}
