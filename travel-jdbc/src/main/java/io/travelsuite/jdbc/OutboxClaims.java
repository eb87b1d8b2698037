package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.notify.outbox.OutboxEvent;
import io.travelsuite.notify.outbox.OutboxSettings;
import io.travelsuite.notify.outbox.RoundReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Leases due events, and ends what was claimed, each in a transaction of its own. */
final class OutboxClaims {

  private static final String NOT_SAID = "the process ended or overran its lease";

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final OutboxSettings settings;

  OutboxClaims(Transactions transactions, DatabaseClock clock, OutboxSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
  }

  /** A claimed event. */
  record Item(OutboxRow row, OutboxEvent event) {}

  /**
   * What was found due.
   *
   * @param items leased, each booking's in order
   * @param dead given up: whoever had them last did not live to say why
   * @param met how many were due, those that have to wait included
   * @param now when
   */
  record Claimed(List<Item> items, int dead, int met, Instant now) {}

  /** Claims events that are due. */
  Claimed claim(String subscription, int most) {
    return transactions.write(Freshness.LOCAL, unit -> claim(unit.handle(), subscription, most));
  }

  private Claimed claim(Handle handle, String subscription, int most) {
    Instant now = clock.now(handle);
    List<OutboxRow> due = apart(OutboxDeliveryTable.lockDue(handle, subscription, now, most));
    if (due.isEmpty()) {
      return new Claimed(List.of(), 0, 0, now);
    }
    Set<UUID> subjects = due.stream().map(OutboxRow::subject).collect(Collectors.toSet());
    OutboxRuns runs =
        OutboxRuns.of(due, OutboxDeliveryTable.of(handle, subscription, subjects), now);
    runs.blocked().forEach((until, rows) -> OutboxDeliveryTable.wait(handle, rows, until));
    List<OutboxRow> worn = runs.free().stream().filter(this::isWornOut).toList();
    bury(handle, worn, NOT_SAID, now);
    List<OutboxRow> rest = runs.free().stream().filter(row -> !isWornOut(row)).toList();
    return new Claimed(lease(handle, rest, now), worn.size(), due.size(), now);
  }

  /**
   * An event whose lease lapsed may have ended its process: it is claimed by itself, so that those
   * beside it do not use up their tries with it.
   */
  private static List<OutboxRow> apart(List<OutboxRow> due) {
    return !due.isEmpty() && due.get(0).claimed()
        ? due.subList(0, 1)
        : due.stream().takeWhile(row -> !row.claimed()).toList();
  }

  private boolean isWornOut(OutboxRow row) {
    return row.tries() >= settings.tries().most();
  }

  /** What somebody has deleted the event of is deleted too. */
  private List<Item> lease(Handle handle, List<OutboxRow> rows, Instant now) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, OutboxEvent> events =
        OutboxPayloads.find(handle, rows.stream().map(row -> row.key().event()).toList());
    List<Item> items = new ArrayList<>();
    List<OutboxRow> without = new ArrayList<>();
    for (OutboxRow row : rows) {
      OutboxEvent event = events.get(row.key().event());
      if (event == null) {
        without.add(row);
      } else {
        items.add(new Item(row.claimedOnceMore(), event));
      }
    }
    OutboxDeliveryTable.delete(handle, without);
    OutboxDeliveryTable.claim(
        handle, items.stream().map(Item::row).toList(), now.plus(settings.pace().lease()));
    return items;
  }

  private static void bury(Handle handle, List<OutboxRow> rows, String note, Instant now) {
    rows.forEach(row -> OutboxDeadTable.bury(handle, row, note, now));
    OutboxDeliveryTable.delete(handle, rows);
  }

  /** Ends claims; those that another has by now are left alone. */
  RoundReport end(List<OutboxEnding> endings) {
    return transactions.write(Freshness.LOCAL, unit -> end(unit.handle(), endings));
  }

  private RoundReport end(Handle handle, List<OutboxEnding> endings) {
    List<OutboxRow> rows = endings.stream().map(OutboxEnding::row).toList();
    Set<OutboxRow> standing = new HashSet<>(OutboxDeliveryTable.lock(handle, rows));
    Instant now = clock.now(handle);
    List<OutboxRow> done = new ArrayList<>();
    List<OutboxRow> returned = new ArrayList<>();
    RoundReport report = RoundReport.NOTHING;
    for (OutboxEnding ending : endings) {
      if (!standing.contains(ending.row())) {
        report = report.plus(OutboxEnding.OVERTAKEN);
        continue;
      }
      report = report.plus(ending.counted());
      if (ending instanceof OutboxEnding.Done) {
        done.add(ending.row());
      } else if (ending instanceof OutboxEnding.Returned) {
        returned.add(ending.row());
      } else if (ending instanceof OutboxEnding.Later later) {
        OutboxDeliveryTable.putOff(handle, later.row(), now.plus(later.pause()), later.note());
      } else if (ending instanceof OutboxEnding.Dead dead) {
        bury(handle, List.of(dead.row()), dead.note(), now);
      }
    }
    OutboxDeliveryTable.delete(handle, done);
    OutboxDeliveryTable.giveBack(handle, returned, now);
    return report;
  }
}
