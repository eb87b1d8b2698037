package io.travelsuite.jdbc.crash;

import io.travelsuite.RefusedException;
import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Customers who buy at once, each under a key and again until answered, while something is killed
 * at chosen acknowledgements: by the thread that tells the customer, before it goes on.
 */
public final class KillingLoad {

  private static final int PATIENCE_MINUTES = 8;

  private final Checkout checkout;
  private final Map<Integer, Runnable> moments;
  private final Acknowledged acknowledged = new Acknowledged();
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger failures = new AtomicInteger();
  private final AtomicInteger refusals = new AtomicInteger();

  /**
   * A load.
   *
   * @param moments what to do at which acknowledgement, counted from 1
   */
  public KillingLoad(Checkout checkout, Map<Integer, Runnable> moments) {
    this.checkout = checkout;
    this.moments = Map.copyOf(moments);
  }

  /** Buys all of these, shared among so many threads. */
  public void run(int threads, Iterable<HoldRequest> requests) {
    Iterator<HoldRequest> rest = requests.iterator();
    run(
        threads,
        () -> {
          synchronized (rest) {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
          }
        });
  }

  /** Buys what is supplied, until nothing is, on so many threads. */
  public void run(int threads, Supplier<Optional<HoldRequest>> requests) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Callable<Void>> buyers = Collections.nCopies(threads, () -> buyAll(requests));
      for (Future<Void> buyer : pool.invokeAll(buyers, PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        buyer.get();
      }
    } catch (InterruptedException | ExecutionException | CancellationException e) {
      throw new AssertionError("a customer did not come to an end", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Void buyAll(Supplier<Optional<HoldRequest>> requests) {
    Optional<HoldRequest> next = requests.get();
    while (next.isPresent()) {
      buy(next.get());
      next = requests.get();
    }
    return null;
  }

  private void buy(HoldRequest request) {
    while (true) {
      try {
        checkout.run(request, this::tell);
        return;
      } catch (StorageException e) {
        failures.incrementAndGet();
      } catch (RefusedException e) {
        refusals.incrementAndGet();
        return;
      }
    }
  }

  private void tell(Booking booking) {
    acknowledged.add(Told.of(booking));
    moments.getOrDefault(told.incrementAndGet(), () -> {}).run();
  }

  /** What customers were told. */
  public Acknowledged acknowledged() {
    return acknowledged;
  }

  /** How often a customer met a failure and tried again. */
  public int failures() {
    return failures.get();
  }

  /** How many customers were refused. */
  public int refusals() {
    return refusals.get();
  }
}
