package io.travelsuite.jdbc;

import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.Ledger;
import io.travelsuite.payments.ledger.Operation;
import io.travelsuite.payments.ledger.StoredPayment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * A payment with its facts and operations, under its lock or in one snapshot.
 *
 * @param row of the payment
 * @param facts the first told first
 * @param operations the first recorded first
 */
record KeptPayment(PaymentRow row, List<FactRow> facts, List<OperationRow> operations) {

  /** All of it; with a locking read where the snapshot may be stale. */
  static KeptPayment of(Handle handle, PaymentRow row, String lock) {
    return new KeptPayment(
        row, PaymentFactTable.of(handle, row, lock), PaymentOperationTable.of(handle, row, lock));
  }

  StoredPayment stored() {
    return new StoredPayment(
        row.payment(),
        row.providerPayment(),
        row.fate(),
        Ledger.total(row.payment().amount(), facts.stream().map(FactRow::fact).toList()),
        operations.stream().map(OperationRow::operation).toList(),
        row.version());
  }

  Optional<FactRow> fact(Fact fact) {
    return facts.stream().filter(known -> known.fact().same(fact)).findFirst();
  }

  Optional<OperationRow> operation(Operation operation) {
    return operations.stream().filter(known -> known.operation().same(operation)).findFirst();
  }

  KeptPayment row(PaymentRow next) {
    return new KeptPayment(next, facts, operations);
  }

  KeptPayment fact(PaymentRow next, FactRow added) {
    List<FactRow> all = new ArrayList<>(facts);
    all.add(added);
    return new KeptPayment(next, all, operations);
  }

  KeptPayment operation(PaymentRow next, OperationRow changed) {
    List<OperationRow> all = new ArrayList<>(operations);
    all.removeIf(known -> known.ordinal() == changed.ordinal());
    all.add(changed.ordinal() - 1, changed);
    return new KeptPayment(next, facts, all);
  }
}
