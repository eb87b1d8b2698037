package io.travelsuite.jdbc;

import io.travelsuite.Mode;
import io.travelsuite.booking.BookingId;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.payments.ledger.Account;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Fate;
import io.travelsuite.payments.ledger.Payment;
import io.travelsuite.payments.ledger.PaymentMethod;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of travel_payment.
 *
 * @param id of the row
 * @param payment the intent
 * @param providerPayment the provider's name for it, or null
 * @param fate what became of the seats
 * @param version one more with every change
 * @param looks how often the reconciler looked since the last fresh fact
 * @param due when it is to look again, or null for never
 * @param facts how many there are
 * @param operations how many there are
 */
record PaymentRow(
    UUID id,
    Payment payment,
    @Nullable String providerPayment,
    Fate fate,
    int version,
    int looks,
    @Nullable Instant due,
    int facts,
    int operations) {

  static PaymentRow read(ResultSet row) throws SQLException {
    return new PaymentRow(
        BinaryId.uuid(row.getBytes("id")),
        payment(row),
        row.getString("provider_payment"),
        Fate.valueOf(row.getString("fate")),
        row.getInt("version"),
        row.getInt("looks"),
        UtcTime.instantOrNull(row, "due_at"),
        row.getInt("facts"),
        row.getInt("operations"));
  }

  private static Payment payment(ResultSet row) throws SQLException {
    Account account =
        new Account(
            new OperatorId(BinaryId.uuid(row.getBytes("operator_id"))),
            row.getString("provider"),
            Mode.valueOf(row.getString("mode")));
    URI returnUrl = URI.create(row.getString("return_url"));
    String token = row.getString("token");
    return new Payment(
        account,
        row.getString("payment_key"),
        new BookingId(BinaryId.uuid(row.getBytes("booking_id"))),
        MinorUnits.read(row),
        token == null
            ? new PaymentMethod.Hosted(returnUrl)
            : new PaymentMethod.Token(token, returnUrl),
        row.getString("description"),
        row.getString("customer"));
  }

  /** Whether a fact tells of this payment; nothing of one mode ever touches the other. */
  boolean isMeant(Fact fact) {
    Account account = payment.account();
    return fact.provider().equals(account.provider())
        && fact.mode() == account.mode()
        && (fact.reference() == null
            ? fact.payment().equals(providerPayment)
            : fact.reference().equals(payment.reference()));
  }

  /** With one fact more: the first one's name for the payment is the one that stays. */
  PaymentRow fact(Fact fact, Instant now) {
    String name = facts == 0 ? fact.payment() : providerPayment;
    return new PaymentRow(id, payment, name, fate, version + 1, 0, now, facts + 1, operations);
  }

  /** With an operation, new or not, claimed until a moment; due then, or earlier if it is. */
  PaymentRow claimed(OperationRow claimed) {
    Instant until = claimed.leaseUntil();
    Instant next = due == null || due.isAfter(until) ? until : due;
    int count = Math.max(operations, claimed.ordinal());
    return new PaymentRow(
        id, payment, providerPayment, fate, version + 1, looks, next, facts, count);
  }

  /** With a change, and the provider's name if it was not known. */
  PaymentRow settled(boolean changed, @Nullable String name) {
    return new PaymentRow(
        id,
        payment,
        providerPayment == null ? name : providerPayment,
        fate,
        changed ? version + 1 : version,
        looks,
        due,
        facts,
        operations);
  }

  PaymentRow fate(Fate next) {
    return new PaymentRow(
        id, payment, providerPayment, next, version + 1, looks, due, facts, operations);
  }
}
