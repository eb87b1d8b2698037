package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Callers who arrive at a fixed rate, whatever the system does. A latency counts from the moment
 * the caller was due, so that a stall is suffered by all who were due meanwhile (no coordinated
 * omission). Who has no answer when the time and as much again is over counts as waiting until
 * then: a lower bound.
 *
 * @param perSecond how many arrive
 * @param atOnce how many are served at the same time; others wait in the arrival queue
 * @param warmUp how long before it counts
 * @param measured how long it counts
 */
public record FixedRate(int perSecond, int atOnce, Duration warmUp, Duration measured) {

  /** Answers a second, and latencies. */
  public Sample run(Sale sale, List<OccurrenceId> occurrences) throws InterruptedException {
    State state = new State(sale, occurrences, System.nanoTime() + 10_000_000L);
    Crowd crowd = Crowd.start(atOnce, number -> work(state));
    crowd.join();
    long end = Math.max(state.lastAnswer.get(), state.start + due(total()));
    double seconds = (end - state.start - warmUp.toNanos()) / 1e9;
    return Sample.of(state.answered.sum() / seconds, state.latencies.histogram());
  }

  private long total() {
    return perSecond * warmUp.plus(measured).toMillis() / 1_000;
  }

  private long due(long arrival) {
    return arrival * 1_000_000_000L / perSecond;
  }

  private void work(State state) {
    Wishes wishes = new Wishes(state.occurrences);
    long patience = state.start + 2 * warmUp.plus(measured).toNanos();
    for (long arrival = state.next(); arrival < total(); arrival = state.next()) {
      long due = state.start + due(arrival);
      boolean counts = due(arrival) >= warmUp.toNanos();
      for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
        LockSupport.parkNanos(due - now);
      }
      if (System.nanoTime() > patience) {
        state.unanswered(due, patience, counts);
      } else {
        state.serve(wishes.next(), due, counts);
      }
    }
  }

  private static final class State {

    private final Sale sale;
    private final List<OccurrenceId> occurrences;
    private final long start;
    private final AtomicLong arrivals = new AtomicLong();
    private final AtomicLong lastAnswer = new AtomicLong();
    private final LongAdder answered = new LongAdder();
    private final Latencies latencies = new Latencies();

    private State(Sale sale, List<OccurrenceId> occurrences, long start) {
      this.sale = sale;
      this.occurrences = occurrences;
      this.start = start;
      lastAnswer.set(start);
    }

    private long next() {
      return arrivals.getAndIncrement();
    }

    private void serve(Sale.Wish wish, long due, boolean counts) {
      Sale.Answer answer = sale.sellInTheEnd(wish);
      long now = System.nanoTime();
      if (answer != Sale.Answer.SOLD) {
        throw new IllegalStateException("a caller was told " + answer);
      }
      if (counts) {
        latencies.record(due, now);
        answered.increment();
        lastAnswer.accumulateAndGet(now, Math::max);
      }
    }

    private void unanswered(long due, long until, boolean counts) {
      if (counts) {
        latencies.record(due, until);
      }
    }
  }
}
