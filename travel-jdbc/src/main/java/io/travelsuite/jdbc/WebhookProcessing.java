package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.WebhookHandler;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Claims events and has them handled, in the transaction that marks them done. */
final class WebhookProcessing implements MarkedWork.Marks<InboxRow> {

  /** At once: bodies of so many are in memory, and those behind a slow one wait in their lease. */
  private static final int MOST_AT_ONCE = 20;

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final InboxSettings settings;
  private final WebhookClaims claims;
  private final MarkedWork<InboxRow> work;

  WebhookProcessing(Transactions transactions, DatabaseClock clock, InboxSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    claims = new WebhookClaims(transactions, clock, settings);
    work = new MarkedWork<>(transactions, this);
  }

  /** Several events a transaction. */
  ProcessReport run(int most, WebhookHandler handler) {
    return run(most, true, row -> connection -> check(handler.handle(row.webhook(), connection)));
  }

  /** One event a transaction: what was fetched for the last of several would be old. */
  <T> ProcessReport run(int most, FetchingHandler<T> handler) {
    return run(
        most,
        false,
        row -> {
          T fetched = handler.fetch(row.webhook());
          return connection -> check(handler.handle(row.webhook(), fetched, connection));
        });
  }

  private static void check(Handling handling) {
    if (handling instanceof Handling.Parked parked) {
      throw new ParkedException(parked.why());
    }
  }

  private ProcessReport run(
      int most, boolean together, MarkedWork.Preparation<InboxRow> preparation) {
    Fate.Tally tally = new Fate.Tally();
    while (tally.all() < most && !Thread.currentThread().isInterrupted()) {
      WebhookClaims.Claimed claimed = claims.claim(Math.min(MOST_AT_ONCE, most - tally.all()));
      tally.add(Fate.DEAD, claimed.dead());
      int done = together ? work.together(claimed.rows(), preparation) : 0;
      tally.add(Fate.HANDLED, done);
      for (InboxRow row : claimed.rows().subList(done, claimed.rows().size())) {
        tally.add(alone(row, preparation), 1); // where it harms no other
      }
      if (claimed.rows().isEmpty() && claimed.dead() == 0) {
        break;
      }
    }
    return tally.report();
  }

  private Fate alone(InboxRow row, MarkedWork.Preparation<InboxRow> preparation) {
    try {
      if (work.alone(row, preparation.of(row))) {
        return Fate.HANDLED;
      }
      return wasDone(row) ? Fate.HANDLED : Fate.OVERTAKEN;
    } catch (Exception e) {
      Exception cause =
          e instanceof HandlerException && e.getCause() instanceof Exception thrown ? thrown : e;
      return cause instanceof ParkedException parked
          ? claims.putOff(row, parked.why(), Fate.PARKED)
          : failed(row, cause);
    }
  }

  private boolean wasDone(InboxRow row) {
    return transactions.read(Freshness.CLUSTER, handle -> WebhookEventTable.wasDone(handle, row));
  }

  @Override
  public boolean lock(Handle handle, List<InboxRow> claimed) {
    return WebhookEventTable.lock(handle, claimed);
  }

  @Override
  public void done(Handle handle, List<InboxRow> locked) {
    Instant retainedUntil = clock.estimate(handle).plus(settings.retention().events());
    WebhookEventTable.done(handle, locked, retainedUntil);
  }

  private Fate failed(InboxRow row, Exception cause) {
    boolean interrupted = Thread.interrupted() || cause instanceof InterruptedException;
    try {
      return claims.putOff(row, Why.thrown(cause), Fate.FAILED);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
