package io.travelsuite.payments;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.alert.Alert;
import io.travelsuite.payments.ledger.PaymentStore;
import java.util.List;

/**
 * Finishes what was left half done: payments nobody knows the outcome of, operations whose sender
 * died, money that waits for seats or seats for money. Has no thread: the host calls {@link #run}
 * on a schedule, in as many JVMs as it likes.
 */
public final class Reconciler {

  private final PaymentDesk.Settings settings;
  private final Inquiry inquiry;

  Reconciler(PaymentDesk.Settings settings, Inquiry inquiry) {
    this.settings = settings;
    this.inquiry = inquiry;
  }

  /**
   * Looks at payments that are due. What fails with one is reported and holds up none of the
   * others; it is due again when its lease lapses.
   *
   * @param limit the most to look at, 1 to 1,000
   * @return how many were looked at; fewer than {@code limit} means none are due for now
   */
  public int run(int limit) {
    unless(limit >= 1 && limit <= 1000, "limit", limit, "must be 1 to 1,000");
    PaymentProvider provider = settings.provider();
    List<PaymentStore.Due> due =
        settings.store().due(provider.name(), provider.mode(), limit, settings.lease());
    due.forEach(this::look);
    return due.size();
  }

  private void look(PaymentStore.Due due) {
    try {
      settings
          .store()
          .find(due.reference())
          .ifPresent(stored -> inquiry.ask(stored, due.looks() + 1));
    } catch (RuntimeException failure) {
      settings
          .alerts()
          .offer(
              new Alert(
                  "payment.reconcile",
                  Alert.Severity.WARNING,
                  due.reference().value(),
                  "The reconciler failed with " + failure.getClass().getName()));
    }
  }
}
