package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import io.travelsuite.payments.inbox.FetchingHandler;
import io.travelsuite.payments.inbox.Handling;
import io.travelsuite.payments.inbox.InboxSettings;
import io.travelsuite.payments.inbox.ProcessReport;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Claims events and has them handled, each in the transaction that marks it done. */
final class WebhookProcessing {

  /** At once: bodies of so many are in memory, and those behind a slow one wait in their lease. */
  private static final int MOST_AT_ONCE = 20;

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

  <T> ProcessReport run(int most, FetchingHandler<T> handler) {
    Fate.Tally tally = new Fate.Tally();
    while (tally.all() < most && !Thread.currentThread().isInterrupted()) {
      WebhookClaims.Claimed claimed = claims.claim(Math.min(MOST_AT_ONCE, most - tally.all()));
      for (int i = 0; i < claimed.dead(); i++) {
        tally.add(Fate.DEAD);
      }
      for (InboxRow row : claimed.rows()) {
        tally.add(handle(row, handler));
      }
      if (claimed.rows().isEmpty() && claimed.dead() == 0) {
        break;
      }
    }
    return tally.report();
  }

  private interface Step {
    Handling on(Connection connection) throws Exception;
  }

  private <T> Fate handle(InboxRow row, FetchingHandler<T> handler) {
    try {
      T fetched = handler.fetch(row.webhook());
      Step step = connection -> handler.handle(row.webhook(), fetched, connection);
      return transactions.write(Freshness.LOCAL, unit -> inOne(unit.handle(), row, step));
    } catch (ParkedException e) {
      return claims.putOff(row, e.why(), Fate.PARKED);
    } catch (Exception e) {
      return failed(
          row,
          e instanceof HandlerException && e.getCause() instanceof Exception cause ? cause : e);
    }
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

  /**
   * The done mark first: it locks the event, and fails if another has it. Then the handler; what it
   * throws takes the mark back.
   */
  private Fate inOne(Handle handle, InboxRow row, Step step) {
    Instant retainedUntil = clock.estimate(handle).plus(settings.eventRetention());
    if (!WebhookEventTable.done(handle, row, retainedUntil)) {
      return WebhookEventTable.wasDone(handle, row) ? Fate.HANDLED : Fate.OVERTAKEN;
    }
    Handling handling;
    try {
      handling = step.on(HandlersConnection.lend(handle.getConnection()));
    } catch (Exception e) {
      throw undoing(e);
    }
    if (handling instanceof Handling.Parked parked) {
      throw new ParkedException(parked.why());
    }
    return Fate.HANDLED;
  }

  /** What the database may not repeat is tried again at once, with all of the transaction. */
  private static RuntimeException undoing(Exception e) {
    SQLException failure = VendorError.find(e);
    return failure != null && VendorError.of(failure).retryable()
        ? new UnableToExecuteStatementException(failure, null)
        : new HandlerException(e);
  }
}
