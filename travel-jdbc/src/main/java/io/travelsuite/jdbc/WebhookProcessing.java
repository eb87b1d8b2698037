package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.ProcessReport;
import io.travelsuite.payments.inbox.WebhookHandler;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Claims events and has them handled, in the transaction that marks them done. */
final class WebhookProcessing {

  /** At once: bodies of so many are in memory, and those behind a slow one wait in their lease. */
  private static final int MOST_AT_ONCE = 20;

  /** After this no further event joins a transaction, whose locks are of all that are in it. */
  private static final long LONGEST_NANOS = Duration.ofMillis(20).toNanos();

  private final Transactions transactions;
  private final DatabaseClock clock;
  private final InboxSettings settings;
  private final WebhookClaims claims;

  WebhookProcessing(Transactions transactions, DatabaseClock clock, InboxSettings settings) {
    this.transactions = transactions;
    this.clock = clock;
    this.settings = settings;
    claims = new WebhookClaims(transactions, clock, settings);
  }

  /** What is done for an event in its transaction. */
  private interface Step {
    Handling on(Connection connection) throws Exception;
  }

  /** What is done for an event before its transaction. */
  private interface Preparation {
    Step of(InboxRow row) throws Exception;
  }

  /** Several events a transaction. */
  ProcessReport run(int most, WebhookHandler handler) {
    return run(most, true, row -> connection -> handler.handle(row.webhook(), connection));
  }

  /** One event a transaction: what was fetched for the last of several would be old. */
  <T> ProcessReport run(int most, FetchingHandler<T> handler) {
    return run(
        most,
        false,
        row -> {
          T fetched = handler.fetch(row.webhook());
          return connection -> handler.handle(row.webhook(), fetched, connection);
        });
  }

  private ProcessReport run(int most, boolean together, Preparation preparation) {
    Fate.Tally tally = new Fate.Tally();
    while (tally.all() < most && !Thread.currentThread().isInterrupted()) {
      WebhookClaims.Claimed claimed = claims.claim(Math.min(MOST_AT_ONCE, most - tally.all()));
      tally.add(Fate.DEAD, claimed.dead());
      int done = together ? together(claimed.rows(), preparation) : 0;
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

  /** How many were handled, from the first on: until one is left, or something was in the way. */
  private int together(List<InboxRow> rows, Preparation preparation) {
    int done = 0;
    int handled = rows.size();
    while (handled > 0 && rows.size() - done > 1) {
      handled = some(rows.subList(done, rows.size()), preparation);
      done += handled;
    }
    return done;
  }

  /** How many were handled, from the first on; 0 if anything was in the way, which is undone. */
  private int some(List<InboxRow> rows, Preparation preparation) {
    try {
      return transactions.write(Freshness.LOCAL, unit -> inOne(unit.handle(), rows, preparation));
    } catch (RuntimeException e) {
      if (e.getCause() instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      return 0;
    }
  }

  /**
   * Not tried again by itself, whatever it was: locks of many in one order meet those of others.
   */
  private int inOne(Handle handle, List<InboxRow> rows, Preparation preparation) {
    if (!WebhookEventTable.lock(handle, rows)) {
      return 0;
    }
    long end = System.nanoTime() + LONGEST_NANOS;
    int handled = 0;
    do {
      try {
        carryOut(handle, preparation.of(rows.get(handled)));
      } catch (Exception e) {
        throw new HandlerException(e);
      }
      handled++;
    } while (handled < rows.size() && System.nanoTime() - end < 0);
    done(handle, rows.subList(0, handled));
    return handled;
  }

  private Fate alone(InboxRow row, Preparation preparation) {
    try {
      Step step = preparation.of(row);
      return transactions.write(Freshness.LOCAL, unit -> alone(unit.handle(), row, step));
    } catch (ParkedException e) {
      return claims.putOff(row, e.why(), Fate.PARKED);
    } catch (Exception e) {
      return failed(
          row,
          e instanceof HandlerException && e.getCause() instanceof Exception cause ? cause : e);
    }
  }

  /**
   * The lock first: it fails if another has the event. Then the handler; what it throws undoes all.
   */
  private Fate alone(Handle handle, InboxRow row, Step step) {
    if (!WebhookEventTable.lock(handle, List.of(row))) {
      return WebhookEventTable.wasDone(handle, row) ? Fate.HANDLED : Fate.OVERTAKEN;
    }
    try {
      carryOut(handle, step);
    } catch (ParkedException e) {
      throw e;
    } catch (Exception e) {
      throw undoing(e);
    }
    done(handle, List.of(row));
    return Fate.HANDLED;
  }

  private static void carryOut(Handle handle, Step step) throws Exception {
    Handling handling = step.on(HandlersConnection.lend(handle.getConnection()));
    if (handling instanceof Handling.Parked parked) {
      throw new ParkedException(parked.why());
    }
  }

  private void done(Handle handle, List<InboxRow> locked) {
    Instant retainedUntil = clock.estimate(handle).plus(settings.retention().events());
    WebhookEventTable.done(handle, locked, retainedUntil);
  }

  /** What the database may not repeat is tried again at once, with all of the transaction. */
  private static RuntimeException undoing(Exception e) {
    SQLException failure = VendorError.find(e);
    return failure != null && VendorError.of(failure).retryable()
        ? new UnableToExecuteStatementException(failure, null)
        : new HandlerException(e);
  }

  /** Without what it says: messages quote customers, and drivers quote values. */
  private Fate failed(InboxRow row, Exception cause) {
    boolean interrupted = Thread.interrupted() || cause instanceof InterruptedException;
    try {
      StackTraceElement[] frames = cause.getStackTrace();
      String where = frames.length == 0 ? "" : " at " + frames[0];
      return claims.putOff(row, cause.getClass().getName() + where, Fate.FAILED);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
