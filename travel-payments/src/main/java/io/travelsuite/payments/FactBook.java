package io.travelsuite.payments;

import io.travelsuite.alert.Alert;
import io.travelsuite.payments.ledger.Anomaly;
import io.travelsuite.payments.ledger.ApplyResult;
import io.travelsuite.payments.ledger.Fact;
import io.travelsuite.payments.ledger.StoredPayment;
import java.util.Locale;

/** The one way into the ledger: stores a fact, and tells what does not fit. */
final class FactBook {

  private final PaymentDesk.Settings settings;

  FactBook(PaymentDesk.Settings settings) {
    this.settings = settings;
  }

  boolean isOurs(Fact fact) {
    return fact.provider().equals(settings.provider().name())
        && fact.mode() == settings.provider().mode();
  }

  ApplyResult apply(Fact fact) {
    ApplyResult result = settings.store().apply(fact);
    settings.steps().accept(Step.APPLIED);
    if (result instanceof ApplyResult.Applied applied && applied.fresh()) {
      settings.observer().accept(applied.payment(), fact);
      applied.payment().totals().anomalies().stream()
          .filter(anomaly -> !anomaly.curable() && sameObject(anomaly.fact(), fact))
          .forEach(anomaly -> report(applied.payment(), anomaly));
    }
    return result;
  }

  private static boolean sameObject(Fact one, Fact other) {
    return one.object().equals(other.object()) && one.transition() == other.transition();
  }

  /** What would be covered by a fact that did not come, though there was time. */
  void reportUncovered(StoredPayment payment) {
    payment.totals().anomalies().stream()
        .filter(Anomaly::curable)
        .forEach(anomaly -> report(payment, anomaly));
  }

  private void report(StoredPayment payment, Anomaly anomaly) {
    String kind = anomaly.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    alert(
        "payment.anomaly." + kind,
        payment,
        "A fact does not fit: %s. It is kept; look at the payment at the provider."
            .formatted(anomaly.fact().text()));
  }

  void alert(String rule, StoredPayment payment, String text) {
    String subject = payment.reference().value();
    settings.alerts().offer(new Alert(rule, Alert.Severity.CRITICAL, subject, text));
  }

  /** An event of the other mode never touches a payment. */
  void reportForeign(Fact fact) {
    settings
        .alerts()
        .offer(
            new Alert(
                "payment.foreign",
                Alert.Severity.WARNING,
                fact.provider() + "/" + fact.mode(),
                "A fact of another provider or mode was refused: check which endpoint is configured"
                    + " with which keys."));
  }
}
