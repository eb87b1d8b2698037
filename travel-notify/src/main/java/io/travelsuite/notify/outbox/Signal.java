package io.travelsuite.notify.outbox;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Wakes one thread that waits. To raise it takes no lock: who raises it has just sold a seat.
 * Raised while nobody waits, it is found by the next who does.
 */
final class Signal {

  private volatile boolean raised;
  private volatile @Nullable Thread waiting;

  void raise() {
    if (!raised) {
      raised = true;
      LockSupport.unpark(waiting);
    }
  }

  /** Waits until it is raised, the time is over, or the thread is interrupted; and lowers it. */
  void await(long nanos) {
    long end = System.nanoTime() + nanos;
    waiting = Thread.currentThread();
    long left = nanos;
    while (!raised && left > 0 && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(this, left);
      left = end - System.nanoTime();
    }
    waiting = null;
    raised = false; // before what it is about is looked at: raised from now on, it is found again
  }
}
