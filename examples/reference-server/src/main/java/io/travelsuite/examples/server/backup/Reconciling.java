package io.travelsuite.examples.server.backup;

import io.travelsuite.jdbc.JdbcPayments;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.payments.Reconciler;
import io.travelsuite.payments.ledger.PaymentReference;
import io.travelsuite.payments.ledger.PaymentStore;
import io.travelsuite.payments.ledger.Transition;
import io.travelsuite.payments.sandbox.SandboxBooks;
import io.travelsuite.payments.sandbox.SandboxEntry;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * Compares a restored database with the provider's books: what is half done is finished, what was
 * paid and is not in the database any more is told.
 *
 * @param looked payments that the reconciler looked at
 * @param unknown payments at the provider that the database does not know
 * @param money what was taken for them
 * @param differing payments that both know, of which the amounts differ
 */
record Reconciling(int looked, int unknown, Money money, int differing) {

  private static final int BATCH = 100;

  static Reconciling of(JdbcTravel restored, SandboxBooks books) {
    Reconciler reconciler = DrillShop.desk(restored, books).reconciler();
    int looked = reconciler.run(BATCH);
    for (int more = looked; more == BATCH; looked += more) {
      more = reconciler.run(BATCH);
    }
    PaymentStore store = JdbcPayments.of(restored);
    Money lost = Money.zero(CurrencyUnit.EUR);
    int unknown = 0;
    int differing = 0;
    for (SandboxEntry captured : captured(books)) {
      var stored = store.find(new PaymentReference(captured.reference()));
      if (stored.isEmpty()) {
        unknown++;
        lost = lost.plus(captured.amount());
      } else if (!stored.get().totals().kept().equals(captured.amount())) {
        differing++;
      }
    }
    return new Reconciling(looked, unknown, lost, differing);
  }

  private static List<SandboxEntry> captured(SandboxBooks books) {
    return books.entries().stream()
        .filter(entry -> entry.what() == SandboxEntry.What.FACT)
        .filter(entry -> entry.transition() == Transition.CAPTURED)
        .toList();
  }
}
