package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.inventory.OccurrenceId;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * The moment that a departure goes on sale: everybody calls at once, each for one seat, and whoever
 * is told to come back does. On Java 21 and later each caller has a virtual thread; before, callers
 * wait in a queue for one of so many threads.
 *
 * @param callers how many
 * @param threads how many are served at once before Java 21
 */
public record OnSale(int callers, int threads) {

  /** Seconds until every caller has an answer, and how long callers waited for theirs. */
  public Sample run(Sale sale, OccurrenceId occurrence, int seats) throws InterruptedException {
    Latencies latencies = new Latencies();
    LongAdder sold = new LongAdder();
    AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
    CountDownLatch waiting = new CountDownLatch(callers);
    String prefix = UUID.randomUUID().toString();
    ExecutorService executor = executor();
    long from = System.nanoTime();
    for (int i = 0; i < callers; i++) {
      Sale.Wish wish = new Sale.Wish(occurrence, 1, prefix + i);
      executor.execute(
          () -> {
            try {
              if (sale.sellInTheEnd(wish) == Sale.Answer.SOLD) {
                sold.increment();
              }
              latencies.record(from, System.nanoTime());
            } catch (RuntimeException e) {
              failure.compareAndSet(null, e);
            } finally {
              waiting.countDown();
            }
          });
    }
    waiting.await();
    double seconds = (System.nanoTime() - from) / 1e9;
    executor.shutdown();
    check(sold.sum(), seats, failure.get());
    return Sample.of(seconds, latencies.histogram());
  }

  private void check(long sold, int seats, @Nullable RuntimeException failure) {
    if (failure != null) {
      throw new IllegalStateException("a caller failed: " + failure.getMessage(), failure);
    }
    if (sold != Math.min(seats, callers)) {
      throw new IllegalStateException(sold + " sold of " + seats);
    }
  }

  /** Compiled for Java 17, which does not know virtual threads. */
  private ExecutorService executor() {
    try {
      Object executor = Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
      return (ExecutorService) executor;
    } catch (ReflectiveOperationException e) {
      return Executors.newFixedThreadPool(threads);
    }
  }

  /** Whether each caller has a thread of its own. */
  public static boolean virtual() {
    return Runtime.version().feature() >= 21;
  }
}
