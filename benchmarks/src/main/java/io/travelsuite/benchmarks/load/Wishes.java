package io.travelsuite.benchmarks.load;

import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** What one caller wants, time and again: one or two units of any departure, under a new key. */
public final class Wishes {

  private static final AtomicInteger NEXT_SEED = new AtomicInteger();

  private final List<OccurrenceId> occurrences;
  private final SplittableRandom random = new SplittableRandom(NEXT_SEED.getAndIncrement());
  private final String prefix = UUID.randomUUID().toString();
  private int count;

  public Wishes(List<OccurrenceId> occurrences) {
    this.occurrences = occurrences;
  }

  public Sale.Wish next() {
    return new Sale.Wish(
        occurrences.get(random.nextInt(occurrences.size())),
        1 + random.nextInt(2),
        prefix + count++);
  }
}
