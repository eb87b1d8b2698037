package io.travelsuite.examples.server.operation;

import io.travelsuite.examples.server.pay.WebhookDesk;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.webhook.RejectionReason;
import io.travelsuite.security.event.EventField;
import io.travelsuite.security.event.SecurityEventType;
import io.travelsuite.security.event.SecurityEvents;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what became of webhooks, and tells of wrong signatures.
 *
 * @param metrics where it is counted
 * @param events where it is told
 */
public record WebhookVerdicts(Metrics metrics, SecurityEvents events)
    implements WebhookDesk.Verdicts {

  private static final Set<String> UNSIGNED =
      Set.of(
          RejectionReason.MISSING_SIGNATURE.label(),
          RejectionReason.BODY_HASH_MISMATCH.label(),
          RejectionReason.SIGNATURE_MISMATCH.label());

  @Override
  public void of(String provider, Receipt receipt) {
    String verdict =
        receipt instanceof Receipt.Refused refused
            ? refused.reason()
            : receipt.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    metrics.count(
        new Metric(
            "travel.server.webhooks",
            new TreeMap<>(Map.of("provider", provider, "verdict", verdict))),
        1);
    if (UNSIGNED.contains(verdict)) {
      events.tell(
          SecurityEventType.SIGNATURE_FAIL,
          Map.of(EventField.PROVIDER, provider, EventField.REASON, verdict));
    }
  }
}
