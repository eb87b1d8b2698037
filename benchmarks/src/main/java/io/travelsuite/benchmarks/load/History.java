package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.BulkInsert;
import io.travelsuite.benchmarks.sale.Market;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;

/** Fills the tables with bookings of the past: confirmed, with lines, events and audit records. */
public record History(Market market, BulkInsert bulk, int connections) {

  private static final int A_DEPARTURE = 1_000;
  private static final int BATCH = 250;
  private static final int DAYS = 1_000;

  /** Stores so many bookings, rounded up to whole departures' worth; tells how far it is. */
  public void store(long bookings, LongConsumer progress) throws InterruptedException {
    int departures = Math.toIntExact((bookings + A_DEPARTURE - 1) / A_DEPARTURE);
    List<OccurrenceId> opened = market.open(departures, 2 * A_DEPARTURE);
    AtomicInteger next = new AtomicInteger();
    Crowd.start(connections, number -> fill(opened, next, progress)).join();
  }

  private void fill(List<OccurrenceId> departures, AtomicInteger next, LongConsumer progress) {
    for (int i = next.getAndIncrement(); i < departures.size(); i = next.getAndIncrement()) {
      for (int stored = 0; stored < A_DEPARTURE; stored += BATCH) {
        int daysAgo = DAYS - (int) (DAYS * (long) i / departures.size());
        bulk.confirmed(departures.get(i), BATCH, daysAgo);
      }
      progress.accept((i + 1L) * A_DEPARTURE);
    }
  }
}
