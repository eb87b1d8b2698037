package io.travelsuite.jdbc;

import io.travelsuite.jdbc.Transactions.Freshness;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * Has claimed rows handled, each in the transaction that marks it: several in one while nothing is
 * in the way, else each by itself, where it harms no other.
 *
 * @param <R> a claimed row
 */
final class MarkedWork<R> {

  /** After this no further row joins a transaction, whose locks are of all that are in it. */
  private static final long LONGEST_NANOS = Duration.ofMillis(20).toNanos();

  private final Transactions transactions;
  private final Marks<R> marks;

  MarkedWork(Transactions transactions, Marks<R> marks) {
    this.transactions = transactions;
    this.marks = marks;
  }

  /** How rows are marked. */
  interface Marks<R> {

    /** Whether all these claims still stand: then they are locked until this is committed. */
    boolean lock(Handle handle, List<R> claimed);

    /** Ends locked claims: they are done. */
    void done(Handle handle, List<R> locked);
  }

  /** What is done for a row in its transaction; what it throws undoes all of that. */
  interface Step {
    void on(Connection connection) throws Exception;
  }

  /** What is done for a row before, and gives what is done in its transaction. */
  interface Preparation<R> {
    Step of(R row) throws Exception;
  }

  /** How many were handled, from the first on: until one is left, or something was in the way. */
  int together(List<R> rows, Preparation<R> preparation) {
    int done = 0;
    int handled = rows.size();
    while (handled > 0 && rows.size() - done > 1) {
      handled = some(rows.subList(done, rows.size()), preparation);
      done += handled;
    }
    return done;
  }

  /** How many were handled, from the first on; 0 if anything was in the way, which is undone. */
  private int some(List<R> rows, Preparation<R> preparation) {
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
  private int inOne(Handle handle, List<R> rows, Preparation<R> preparation) {
    if (!marks.lock(handle, rows)) {
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
    marks.done(handle, rows.subList(0, handled));
    return handled;
  }

  /**
   * Handles one; false if its claim does not stand any more.
   *
   * @throws HandlerException what the step threw; what the database may not repeat was tried again
   *     before
   */
  boolean alone(R row, Step step) {
    return transactions.write(Freshness.LOCAL, unit -> alone(unit.handle(), row, step));
  }

  /** The lock first: it fails if another has the row. Then the step; what it throws undoes all. */
  private boolean alone(Handle handle, R row, Step step) {
    if (!marks.lock(handle, List.of(row))) {
      return false;
    }
    try {
      carryOut(handle, step);
    } catch (Exception e) {
      throw undoing(e);
    }
    marks.done(handle, List.of(row));
    return true;
  }

  private static void carryOut(Handle handle, Step step) throws Exception {
    step.on(HandlersConnection.lend(handle.getConnection()));
  }

  /** What the database may not repeat is tried again at once, with all of the transaction. */
  private static RuntimeException undoing(Exception e) {
    SQLException failure = VendorError.find(e);
    return failure != null && VendorError.of(failure).retryable()
        ? new UnableToExecuteStatementException(failure, null)
        : new HandlerException(e);
  }
}
