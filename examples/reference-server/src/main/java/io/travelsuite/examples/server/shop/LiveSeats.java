package io.travelsuite.examples.server.shop;

import io.travelsuite.examples.server.answer.Answer;
import io.travelsuite.examples.server.answer.Why;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells those who listen what is left of a departure, whenever it changes: a hold, a booking, a
 * cancellation, a hold that expired, on whichever server. Each departure that somebody listens to
 * is read once a round, however many listen. Thread-safe; has no thread: the server calls {@link
 * #round} on a schedule.
 */
public final class LiveSeats {

  private final TripSearch search;
  private final int most;
  private final AtomicInteger listeners = new AtomicInteger();
  private final Map<OccurrenceId, Watched> watched = new ConcurrentHashMap<>();

  /**
   * A feed.
   *
   * @param search tells what is left
   * @param most how many may listen at once
   */
  public LiveSeats(TripSearch search, int most) {
    this.search = search;
    this.most = most;
  }

  /** Somebody who listens. */
  public interface Listener {

    /**
     * Takes what is left; must not wait.
     *
     * @param left what is left now
     * @return whether to go on; false when the listener is gone, or too slow
     */
    boolean tell(TripSearch.Left left);

    /**
     * Shows that the feed lives, when nothing has changed; must not wait.
     *
     * @return whether to go on
     */
    boolean stillThere();

    /** The feed is over for this listener. */
    void end();
  }

  private static final class Watched {
    final Set<Listener> listeners = new CopyOnWriteArraySet<>();
    volatile TripSearch.Left told;

    Watched(TripSearch.Left now) {
      told = now;
    }
  }

  /**
   * Lets somebody listen; they are told what is left right away.
   *
   * @param departure to which departure
   * @param listener who
   * @return what is left now, or why they cannot listen
   */
  public Answer<TripSearch.Left> listen(OccurrenceId departure, Listener listener) {
    if (listeners.incrementAndGet() > most) {
      listeners.decrementAndGet();
      return Answer.refused(Why.TOO_MANY_LISTENERS, "too many listen: try again");
    }
    Answer<TripSearch.Left> now = search.left(departure);
    if (now instanceof Answer.Done<TripSearch.Left> done) {
      watched.compute(
          departure,
          (id, before) -> {
            Watched there = before == null ? new Watched(done.value()) : before;
            there.listeners.add(listener);
            there.told = done.value(); // whoever was told otherwise is told again
            return there;
          });
      if (!listener.tell(done.value())) {
        leave(departure, listener);
      }
    } else {
      listeners.decrementAndGet();
    }
    return now;
  }

  /**
   * Lets somebody go, once.
   *
   * @param departure to which they listened
   * @param listener who
   */
  public void leave(OccurrenceId departure, Listener listener) {
    Watched there = watched.get(departure);
    if (there != null && there.listeners.remove(listener)) {
      listeners.decrementAndGet();
      watched.computeIfPresent(departure, (id, now) -> now.listeners.isEmpty() ? null : now);
      listener.end();
    }
  }

  /** {@return how many listen} */
  public int listeners() {
    return listeners.get();
  }

  /** Reads each departure that somebody listens to, and tells what has changed. */
  public void round() {
    watched.forEach(this::round);
  }

  private void round(OccurrenceId departure, Watched there) {
    if (search.left(departure) instanceof Answer.Done<TripSearch.Left> now) {
      boolean changed = !now.value().isAs(there.told);
      there.told = now.value();
      for (Listener listener : there.listeners) {
        if (!(changed ? listener.tell(now.value()) : listener.stillThere())) {
          leave(departure, listener);
        }
      }
    }
  }

  /** Ends the feed for all. */
  public void close() {
    for (OccurrenceId departure : List.copyOf(watched.keySet())) {
      Watched there = watched.get(departure);
      if (there != null) {
        there.listeners.forEach(listener -> leave(departure, listener));
      }
    }
  }
}
