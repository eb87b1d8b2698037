package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.jdbc.WebhookEventTable.Change;
import io.travelsuite.payments.inbox.InboxSettings;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Leases due events, and ends what was not handled, each in a transaction of its own. */
final class WebhookClaims {

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final InboxSettings settings;
  private final Backoff backoff;

  WebhookClaims(Transactions transactions, DatabaseClock clock, InboxSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    backoff = new Backoff(settings.tries().firstBackoff(), settings.tries().longestBackoff());
  }

  /**
   * What was found due.
   *
   * @param rows leased
   * @param dead given up: whoever had them last did not live to say why
   */
  record Claimed(List<InboxRow> rows, int dead) {}

  /** Claims events that are due. */
  Claimed claim(int most) {
    return transactions.write(Freshness.LOCAL, unit -> claim(unit.handle(), most));
  }

  private Claimed claim(Handle handle, int most) {
    Instant now = clock.now(handle);
    List<InboxRow> due = apart(WebhookEventTable.lockDue(handle, now, most));
    List<InboxRow> worn = due.stream().filter(this::isWornOut).toList();
    Change death = new Change("DEAD", now, "the process ended or overran its lease");
    worn.forEach(row -> WebhookEventTable.change(handle, row, death));
    List<InboxRow> rest = due.stream().filter(row -> !isWornOut(row)).toList();
    if (!rest.isEmpty()) {
      WebhookEventTable.claim(handle, rest, now.plus(settings.lease()));
    }
    return new Claimed(rest.stream().map(InboxRow::claimedOnceMore).toList(), worn.size());
  }

  /**
   * An event whose lease lapsed may have ended its process: it is claimed by itself, so that those
   * beside it do not use up their tries with it.
   */
  private static List<InboxRow> apart(List<InboxRow> due) {
    return !due.isEmpty() && due.get(0).claimed()
        ? due.subList(0, 1)
        : due.stream().takeWhile(row -> !row.claimed()).toList();
  }

  private boolean isWornOut(InboxRow row) {
    return row.tries() >= settings.tries().most();
  }

  /** Ends a claim without its effect: it is tried again later, or dead. */
  Fate putOff(InboxRow row, String why, Fate fate) {
    String note = Why.kept(why);
    boolean last = isWornOut(row);
    boolean stood =
        transactions.write(
            Freshness.LOCAL,
            unit -> {
              Instant now = clock.now(unit.handle());
              Change change =
                  last
                      ? new Change("DEAD", now, note)
                      : new Change("WAITING", now.plus(backoff.after(row.tries())), note);
              return WebhookEventTable.change(unit.handle(), row, change);
            });
    if (!stood) {
      return Fate.OVERTAKEN;
    }
    return last ? Fate.DEAD : fate;
  }
}
