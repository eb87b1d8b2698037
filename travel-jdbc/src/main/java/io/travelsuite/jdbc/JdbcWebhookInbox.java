package io.travelsuite.jdbc;

import static io.travelsuite.InvalidRequestException.unless;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.payments.inbox.DeadWebhook;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.InboxId;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.Receipt;
import io.travelsuite.payments.inbox.WebhookHandler;
import io.travelsuite.payments.inbox.WebhookInbox;
import io.travelsuite.payments.webhook.FetchBackRequired;
import io.travelsuite.payments.webhook.Rejected;
import io.travelsuite.payments.webhook.RejectionReason;
import io.travelsuite.payments.webhook.Verification;
import io.travelsuite.payments.webhook.Verified;
import io.travelsuite.payments.webhook.WebhookRequest;
import io.travelsuite.payments.webhook.WebhookVerifier;
import io.travelsuite.webhook.VerifiedWebhook;
import io.travelsuite.webhook.WebhookTrust;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The inbox of webhooks in the library's tables; needs travel-payments on the class path.
 *
 * <pre>{@code
 * WebhookInbox inbox = JdbcWebhookInbox.of(travel);   // once, then shared
 * }</pre>
 *
 * <p>Thread-safe; starts no thread. Deliveries that come at the same time are stored together, by
 * one of their callers in turn.
 */
public final class JdbcWebhookInbox implements WebhookInbox {

  private static final int MOST_PROCESSED = 10_000;
  private static final int MOST_BATCH = 128;

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final InboxSettings settings;
  private final WebhookIntake intake;
  private final WebhookProcessing processing;
  private final MinuteCounts refused;
  private final MinuteCounts unsigned;

  private JdbcWebhookInbox(JdbcTravel travel, InboxSettings settings) {
    this.settings = settings;
    transactions = travel.transactions();
    clock = travel.clock();
    intake = new WebhookIntake(transactions, clock, MOST_BATCH);
    processing = new WebhookProcessing(transactions, clock, settings);
    refused = new MinuteCounts(settings.bounds().refused());
    unsigned = new MinuteCounts(settings.bounds().unsigned());
  }

  /**
   * An inbox with the usual settings.
   *
   * @param travel the library, whose data source it uses
   * @return the inbox, to be shared
   */
  public static JdbcWebhookInbox of(JdbcTravel travel) {
    return of(travel, InboxSettings.DEFAULT);
  }

  /**
   * An inbox.
   *
   * @param travel the library, whose data source it uses
   * @param settings its settings, the same in all processes
   * @return the inbox, to be shared: what it counts and what it combines is of one instance
   */
  public static JdbcWebhookInbox of(JdbcTravel travel, InboxSettings settings) {
    return new JdbcWebhookInbox(travel, settings);
  }

  @Override
  public Receipt receive(WebhookVerifier verifier, WebhookRequest request) {
    String provider = verifier.provider();
    unless(provider.length() <= Arrival.LONGEST_NAME, "provider", provider, "must be at most 64");
    if (request.body().length > settings.bounds().body()) {
      return refuse(provider, request, new Receipt.Refused(413, "too-large"));
    }
    Verification verification = verifier.verify(request);
    if (verification instanceof Rejected rejected) {
      return refuse(provider, request, new Receipt.Refused(400, rejected.reason().label()));
    }
    List<VerifiedWebhook> webhooks = webhooks(verification);
    if (!webhooks.stream().allMatch(Arrival::fits)) {
      String reason = RejectionReason.MALFORMED_PAYLOAD.label();
      return refuse(provider, request, new Receipt.Refused(400, reason));
    }
    boolean hint = webhooks.stream().anyMatch(w -> w.trust() == WebhookTrust.HINT);
    if (hint && !unsigned.admits(provider, System.nanoTime())) {
      return refuse(provider, request, new Receipt.Refused(429, "too-many-unsigned"));
    }
    return intake.store(
        new Delivery(
            WebhookIntake.newId(),
            provider,
            webhooks.stream().map(w -> Arrival.of(WebhookIntake.newId(), w)).toList(),
            null,
            DeliveryNote.of(request, 0)));
  }

  private static List<VerifiedWebhook> webhooks(Verification verification) {
    if (verification instanceof Verified verified) {
      return verified.webhooks();
    }
    return verification instanceof FetchBackRequired unsure ? unsure.webhooks() : List.of();
  }

  /** Writes it down, or only counts it: then without the database. */
  private Receipt refuse(String provider, WebhookRequest request, Receipt.Refused refusal) {
    if (!refused.admits(provider, System.nanoTime())) {
      return refusal;
    }
    long more = refused.takeOver(provider);
    boolean written = false;
    try {
      DeliveryNote note = DeliveryNote.of(request, more);
      written = !(intake.store(refusal(provider, refusal, note)) instanceof Receipt.Busy);
      return refusal;
    } finally {
      if (!written) {
        refused.putBack(provider, more + 1);
      }
    }
  }

  private static Delivery refusal(String provider, Receipt.Refused refusal, DeliveryNote note) {
    return new Delivery(WebhookIntake.newId(), provider, List.of(), refusal, note);
  }

  @Override
  public ProcessReport process(int most, WebhookHandler handler) {
    checkProcessed(most);
    return processing.run(most, handler);
  }

  @Override
  public <T> ProcessReport process(int most, FetchingHandler<T> handler) {
    checkProcessed(most);
    return processing.run(most, handler);
  }

  private static void checkProcessed(int most) {
    unless(most >= 1 && most <= MOST_PROCESSED, "most", most, "must be 1 to 10,000");
  }

  @Override
  public List<DeadWebhook> dead(int most) {
    Placeholders.checkBatch(most);
    return transactions.read(Freshness.CLUSTER, handle -> WebhookEventTable.dead(handle, most));
  }

  @Override
  public boolean replay(InboxId id) {
    return transactions.write(
        Freshness.CLUSTER,
        unit -> {
          Instant now = clock.now(unit.handle());
          boolean again = WebhookEventTable.replay(unit.handle(), id.value(), now);
          if (again) {
            AuditTable.About about = new AuditTable.About(AuditTable.NOBODY, id.value());
            AuditTable.add(unit.handle(), about, AuditTable.Done.of("webhook.replayed"), now);
          }
          return again;
        });
  }

  @Override
  public int purge(int most) {
    Placeholders.checkBatch(most);
    for (Map.Entry<String, Long> over : refused.takeAllOver().entrySet()) {
      writeDown(over.getKey(), over.getValue());
    }
    return transactions.write(Freshness.LOCAL, unit -> purge(unit.handle(), most));
  }

  private void writeDown(String provider, long over) {
    boolean written = false;
    try {
      Receipt.Refused counted = new Receipt.Refused(429, "counted");
      DeliveryNote note = DeliveryNote.counting(over);
      written = !(intake.store(refusal(provider, counted, note)) instanceof Receipt.Busy);
    } finally {
      if (!written) {
        refused.putBack(provider, over);
      }
    }
  }

  private int purge(Handle handle, int most) {
    Instant now = clock.now(handle);
    List<UUID> events = WebhookEventTable.lockPurgeable(handle, now, most);
    WebhookEventTable.delete(handle, events);
    Instant audited = now.minus(settings.retention().audit());
    List<UUID> deliveries = WebhookDeliveryTable.lockBefore(handle, audited, most);
    WebhookDeliveryTable.delete(handle, deliveries);
    return events.size() + deliveries.size();
  }
}
