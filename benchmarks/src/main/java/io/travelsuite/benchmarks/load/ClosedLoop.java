package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * Callers who each ask again as soon as they have their answer.
 *
 * @param callers how many
 * @param warmUp how long before it counts
 * @param measured how long it counts
 */
public record ClosedLoop(int callers, Duration warmUp, Duration measured) {

  /** Answers a second, all of which must be the expected one. */
  public Sample run(Sale sale, List<OccurrenceId> occurrences, Sale.Answer expected)
      throws InterruptedException {
    State state = new State(sale, occurrences, expected);
    Crowd crowd = Crowd.start(callers, number -> state.call());
    sleep(warmUp, crowd);
    state.latencies.reset();
    state.answers.reset();
    long from = System.nanoTime();
    sleep(measured, crowd);
    long answers = state.answers.sum();
    double seconds = (System.nanoTime() - from) / 1e9;
    Sample sample = Sample.of(answers / seconds, state.latencies.histogram());
    state.over = true;
    crowd.join();
    return sample;
  }

  private static void sleep(Duration duration, Crowd crowd) throws InterruptedException {
    long end = System.nanoTime() + duration.toNanos();
    while (System.nanoTime() < end && !crowd.failed()) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  private static final class State {

    private final Sale sale;
    private final List<OccurrenceId> occurrences;
    private final Sale.Answer expected;
    private final Latencies latencies = new Latencies();
    private final LongAdder answers = new LongAdder();
    private volatile boolean over;

    private State(Sale sale, List<OccurrenceId> occurrences, Sale.Answer expected) {
      this.sale = sale;
      this.occurrences = occurrences;
      this.expected = expected;
    }

    private void call() {
      Wishes wishes = new Wishes(occurrences);
      while (!over) {
        long from = System.nanoTime();
        Sale.Answer answer = sale.sellInTheEnd(wishes.next());
        latencies.record(from, System.nanoTime());
        answers.increment();
        if (answer != expected) {
          throw new IllegalStateException("a caller was told " + answer);
        }
      }
    }
  }
}
