package io.travelsuite.notify.outbox;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Hands what happened to those who subscribed: each event at least once to each subscription that
 * wants its type, the events of one booking in their order, whatever becomes of processes between.
 * Safe for use by many threads, and in many processes on one database; starts no thread.
 *
 * <pre>{@code
 * try (OutboxRunner runner = OutboxRunner.start(relay, executor)) { … }   // as long as the host runs
 * relay.round();                                                          // or in a job of its own
 * }</pre>
 *
 * <p>Events are <em>collected</em> first: taken from where the transitions wrote them, and noted
 * for each subscription that is registered. From then on each subscription is by itself: one that
 * is slow or down holds up no other.
 */
public interface OutboxRelay {

  /** {@return those that this relay was built with, in the order of their names} */
  List<Subscription> subscriptions();

  /** {@return its settings} */
  OutboxSettings settings();

  /**
   * Collects what has been committed, at most a few hundred events in each transaction, until
   * nothing is left or a thousand transactions are done.
   *
   * @return how many events
   * @throws io.travelsuite.StorageException when the database cannot be reached; what was collected
   *     stays so
   */
  int collect();

  /**
   * Claims a batch of a subscription's due events and has them handled, in this thread.
   *
   * @param subscription the name of one that this relay was built with
   * @param goOn asked before each event; once it says no, the rest is given back
   * @return what became of them; nothing while the subscription's breaker is open
   * @throws io.travelsuite.StorageException when the database cannot be reached; what was handled
   *     and not yet noted will be handled again
   */
  RoundReport handle(String subscription, BooleanSupplier goOn);

  /**
   * The same to the end of the batch.
   *
   * @param subscription the name of one that this relay was built with
   * @return what became of them
   * @throws io.travelsuite.StorageException when the database cannot be reached
   */
  default RoundReport handle(String subscription) {
    return handle(subscription, () -> true);
  }

  /**
   * Collects, then handles one batch of each subscription: for hosts with jobs of their own. Call
   * it again at once while {@link RoundReport#claimed()} is not 0, else after a pause.
   *
   * @return what became of all of them
   * @throws io.travelsuite.StorageException when the database cannot be reached
   */
  default RoundReport round() {
    collect();
    RoundReport report = RoundReport.NOTHING;
    for (Subscription subscription : subscriptions()) {
      report = report.plus(handle(subscription.name()));
    }
    return report;
  }

  /**
   * {@return the names of this relay's subscriptions that have something due now} Cheap: one query,
   * whatever the backlog.
   */
  Set<String> due();

  /**
   * Tells when a transaction of this process that wrote events was committed. Not of those that the
   * host commits itself ({@code joining}), nor of those of other processes.
   *
   * @param listener called after each such commit, by the thread that committed: it must return at
   *     once and not throw
   * @return closes it: then it is called no more
   */
  Listening listen(Runnable listener);

  /**
   * Events that were given up, the longest dead first.
   *
   * @param limit how many at most, 1 to 300
   * @return the events, with why
   */
  List<DeadEvent> dead(int limit);

  /**
   * Makes a dead event due again, with all its tries before it. Later events of its booking were
   * handled meanwhile: it comes after them.
   *
   * @param id which
   * @return whether it was dead
   */
  boolean replay(DeadEvent.Id id);

  /**
   * What every registered subscription has before it, those of other processes too, and what was
   * not collected yet; also told to the metrics. Cheap: it counts at most {@link
   * Backlog#MOST_COUNTED} of each.
   *
   * @return in the order of their names
   */
  List<Backlog> backlog();

  /**
   * Deletes events past their retention that nobody waits for. Dead ones stay. To be called now and
   * then until it answers 0; runners do not.
   *
   * @param most how many at most, 1 to 300
   * @return how many were deleted
   */
  int purge(int most);

  /**
   * Ends a subscription for good: nothing more is noted for it, and what is noted, dead events too,
   * is deleted, a few hundred in each transaction. Of one that this relay was built with only when
   * no process uses it any more: the next that is built registers it again.
   *
   * @param subscription its name
   * @return how many events were waiting or dead
   */
  int forget(String subscription);

  /** What {@link #listen} gives; closing it twice is once. */
  interface Listening extends AutoCloseable {

    @Override
    void close();
  }
}
