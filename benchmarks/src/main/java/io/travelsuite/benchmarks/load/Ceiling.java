package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.BulkInsert;
import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * What the database takes at most: the same rows by multi-row inserts, nobody asking anything.
 *
 * @param connections how many write
 * @param batch bookings a transaction
 * @param warmUp how long before it counts
 * @param measured how long it counts
 */
public record Ceiling(int connections, int batch, Duration warmUp, Duration measured) {

  /** Bookings a second, and how long a transaction took. */
  public Sample run(BulkInsert bulk, OccurrenceId occurrence) throws InterruptedException {
    Latencies latencies = new Latencies();
    LongAdder bookings = new LongAdder();
    long start = System.nanoTime();
    long end = start + warmUp.plus(measured).toNanos();
    Crowd crowd =
        Crowd.start(
            connections,
            number -> {
              for (long from = System.nanoTime(); from < end; from = System.nanoTime()) {
                bulk.holds(occurrence, batch);
                latencies.record(from, System.nanoTime());
                bookings.add(batch);
              }
            });
    TimeUnit.NANOSECONDS.sleep(warmUp.toNanos());
    latencies.reset();
    bookings.reset();
    long from = System.nanoTime();
    crowd.join();
    double seconds = (System.nanoTime() - from) / 1e9;
    return Sample.of(bookings.sum() / seconds, latencies.histogram());
  }
}
