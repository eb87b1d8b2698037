package io.travelsuite.jdbc;

import io.travelsuite.alert.Alert;
import io.travelsuite.alert.AlertSink;
import io.travelsuite.jdbc.PartnerDeliveryTable.Change;
import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.channel.SendResult;
import io.travelsuite.notify.webhook.DeliveryReport;
import io.travelsuite.notify.webhook.DeliverySettings;
import io.travelsuite.notify.webhook.PartnerDelivery;
import io.travelsuite.notify.webhook.PartnerEndpoint;
import io.travelsuite.notify.webhook.PartnerSender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is due, endpoint by endpoint. An endpoint is claimed by a lease, so that it has one
 * worker at a time and one that hangs keeps no second waiting; what went wrong with the endpoint
 * itself pauses all that waits for it, without using up the tries of each.
 */
final class PartnerDelivering {

  private static final int MOST_AT_ONCE = 20;

  /** Longer than a batch: none is begun after a third of it, and a try takes a minute at most. */
  private static final Duration LEASE = Duration.ofMinutes(3);

  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

  /** Reasons that are the endpoint's, whatever was sent to it (see the standard, "success"). */
  private static final Set<String> OF_THE_ENDPOINT =
      Set.of(
          "http-429",
          "http-502",
          "http-503",
          "http-504",
          "no-secret",
          "bad-secret",
          "no-address",
          "address-refused",
          "url-refused",
          "connection",
          "connect-timeout",
          "connection-lost",
          "tls",
          "timeout");

  private final OwnTransactions transactions;
  private final DatabaseClock clock;
  private final PartnerSender sender;
  private final DeliverySettings settings;
  private final AlertSink alerts;

  PartnerDelivering(OwnTransactions transactions, DatabaseClock clock, Means means) {
    this.transactions = transactions;
    this.clock = clock;
    sender = means.sender();
    settings = means.settings();
    alerts = means.alerts();
  }

  /** What sends, when again, and who is told of what is given up. */
  record Means(PartnerSender sender, DeliverySettings settings, AlertSink alerts) {}

  /** An endpoint that is worked for, and what is sent to it. */
  private record Claimed(
      PartnerEndpointTable.Row row, List<PartnerDeliveryTable.Row> due, Instant at) {

    PartnerEndpoint endpoint() {
      return row.endpoint();
    }
  }

  /**
   * What a try came to.
   *
   * @param reason why it failed, or null if it was sent
   * @param pause how long the other side wants to be left alone, or null
   */
  private record Tried(boolean refused, @Nullable String reason, @Nullable Duration pause) {

    static Tried of(SendResult result) {
      if (result instanceof SendResult.Failed failed) {
        return new Tried(false, failed.reason(), failed.retryAfter());
      }
      if (result instanceof SendResult.Refused no) {
        return new Tried(true, no.reason(), null);
      }
      return new Tried(
          false, result instanceof SendResult.Unknown unknown ? unknown.reason() : null, null);
    }

    boolean gone() {
      return refused && PartnerSender.GONE.equals(reason);
    }

    boolean ofTheEndpoint() {
      return reason != null && (pause != null || OF_THE_ENDPOINT.contains(reason));
    }
  }

  DeliveryReport run(int most) {
    DeliveryReport all = new DeliveryReport(0, 0, 0, 0);
    while (all.tried() < most && !Thread.currentThread().isInterrupted()) {
      int room = Math.min(MOST_AT_ONCE, most - all.tried());
      Claimed claimed = transactions.write(Freshness.LOCAL, unit -> claim(unit.handle(), room));
      if (claimed == null) {
        break;
      }
      DeliveryReport some = work(claimed);
      all =
          new DeliveryReport(
              all.sent() + some.sent(),
              all.failed() + some.failed(),
              all.dead() + some.dead(),
              all.disabled() + some.disabled());
    }
    return all;
  }

  private @Nullable Claimed claim(Handle handle, int most) {
    Instant now = clock.now(handle);
    PartnerEndpointTable.Row row = PartnerEndpointTable.lockDue(handle, now);
    if (row == null) {
      return null;
    }
    PartnerEndpointTable.claim(handle, row.endpoint().id(), now.plus(LEASE));
    return new Claimed(
        new PartnerEndpointTable.Row(row.endpoint(), row.failingSince(), row.claim() + 1),
        PartnerDeliveryTable.due(handle, row.endpoint(), now, most),
        now);
  }

  private DeliveryReport work(Claimed claimed) {
    int sent = 0;
    int failed = 0;
    int dead = 0;
    Tried last = null;
    long end = System.nanoTime() + LEASE.toNanos() / 3;
    for (PartnerDeliveryTable.Row row : claimed.due()) {
      Tried tried =
          Tried.of(sender.send(new PartnerDelivery(claimed.endpoint(), row.event(), row.body())));
      boolean over = note(row, tried);
      sent += tried.reason() == null ? 1 : 0;
      dead += tried.reason() != null && over ? 1 : 0;
      failed += over ? 0 : 1;
      last = tried;
      if (tried.gone() || tried.ofTheEndpoint() || System.nanoTime() - end >= 0) {
        break;
      }
    }
    return new DeliveryReport(sent, failed, dead, settle(claimed, last, sent > 0) ? 1 : 0);
  }

  /** Writes down what a try came to; whether nothing more is to be tried. */
  private boolean note(PartnerDeliveryTable.Row row, Tried tried) {
    return transactions.write(
        Freshness.LOCAL,
        unit -> {
          Instant now = clock.now(unit.handle());
          Change change = change(row, tried, now);
          PartnerDeliveryTable.tried(unit.handle(), row, change);
          return !change.state().equals("WAITING");
        });
  }

  private Change change(PartnerDeliveryTable.Row row, Tried tried, Instant now) {
    if (tried.reason() == null) {
      return new Change("DONE", now, "");
    }
    int tries = row.tries() + 1;
    if (tried.refused() || tries >= settings.tries()) {
      return new Change("DEAD", now, tried.reason());
    }
    return new Change(
        "WAITING", now.plus(longer(settings.pause(tries), tried.pause())), tried.reason());
  }

  /** Gives the endpoint back, or disables it; whether it did. */
  private boolean settle(Claimed claimed, @Nullable Tried last, boolean anySent) {
    String why =
        transactions.write(
            Freshness.LOCAL,
            unit -> {
              Instant now = clock.now(unit.handle());
              Instant since = failingSince(claimed, last, anySent, now);
              Instant due =
                  last != null && last.ofTheEndpoint() ? now.plus(pause(last, since, now)) : now;
              PartnerEndpointTable.release(unit.handle(), claimed.row(), since, due);
              String reason = reasonToDisable(last, since, now);
              boolean disabled =
                  !reason.isEmpty()
                      && PartnerEndpointTable.disable(
                          unit.handle(), claimed.endpoint().id(), reason);
              if (disabled) {
                UUID endpoint = claimed.endpoint().id().value();
                AuditTable.add(
                    unit.handle(),
                    new AuditTable.About(AuditTable.NOBODY, endpoint),
                    new AuditTable.Done("endpoint.disabled", Map.of("reason", reason)),
                    now);
              }
              return disabled ? reason : "";
            });
    if (!why.isEmpty()) {
      alerts.offer(alert(claimed.endpoint(), why));
    }
    return !why.isEmpty();
  }

  private static @Nullable Instant failingSince(
      Claimed claimed, @Nullable Tried last, boolean anySent, Instant now) {
    boolean failing = last != null && last.reason() != null;
    if (!failing) {
      return last == null ? claimed.row().failingSince() : null;
    }
    Instant before = claimed.row().failingSince();
    return anySent || before == null ? now : before;
  }

  private String reasonToDisable(@Nullable Tried last, @Nullable Instant since, Instant now) {
    if (last != null && last.gone()) {
      return "gone: the partner answered 410";
    }
    if (last == null || since == null || now.isBefore(since.plus(settings.disableAfter()))) {
      return "";
    }
    return "failing since " + since + ", at last with " + last.reason();
  }

  /** Half as long as it has been failing, within bounds: the longer, the more seldom. */
  private static Duration pause(Tried last, @Nullable Instant since, Instant now) {
    Duration half = since == null ? Duration.ZERO : Duration.between(since, now).dividedBy(2);
    Duration usual = half.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : half;
    return longer(DeliverySettings.jittered(longer(SHORTEST_PAUSE, usual)), last.pause());
  }

  private static Duration longer(Duration one, @Nullable Duration other) {
    return other == null || one.compareTo(other) >= 0 ? one : other;
  }

  private static Alert alert(PartnerEndpoint endpoint, String why) {
    return new Alert(
        "partner-endpoint-disabled",
        Alert.Severity.WARNING,
        endpoint.id().toString(),
        "nothing more is sent to this endpoint of a partner, "
            + why
            + "; tell the partner by another way, and enable it again when its cause is mended");
  }
}
