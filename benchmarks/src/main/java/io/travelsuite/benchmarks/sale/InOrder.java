package io.travelsuite.benchmarks.sale;

import java.util.concurrent.Semaphore;

/**
 * Serves callers in the order in which they come, so many at a time. A pool alone does not: who has
 * just given a connection back is the first to take one again, and with hundreds of callers some
 * were seen to wait for minutes. Whoever comes back at once would then measure itself only.
 */
final class InOrder implements Sale {

  private final Sale sale;
  private final Semaphore places;

  InOrder(Sale sale, int places) {
    this.sale = sale;
    this.places = new Semaphore(places, true);
  }

  @Override
  public Answer sell(Wish wish) {
    places.acquireUninterruptibly();
    try {
      return sale.sell(wish);
    } finally {
      places.release();
    }
  }
}
