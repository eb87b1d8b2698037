package io.travelsuite.jdbc.group;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.crash.Checkout;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Goes to the next node after a failure, each thread by itself, as a host's balancer does. */
final class FailingOver implements Checkout {

  private final List<Checkout> nodes;
  private final AtomicInteger threads = new AtomicInteger();
  private final ThreadLocal<Integer> current = ThreadLocal.withInitial(threads::getAndIncrement);

  FailingOver(List<Bookings> nodes) {
    this.nodes = nodes.stream().map(Checkout::through).toList();
  }

  @Override
  public void run(HoldRequest request, Consumer<Booking> customer) {
    try {
      nodes.get(current.get() % nodes.size()).run(request, customer);
    } catch (StorageException e) {
      current.set(current.get() + 1);
      throw e;
    }
  }
}
