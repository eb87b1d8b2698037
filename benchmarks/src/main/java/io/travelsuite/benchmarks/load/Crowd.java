package io.travelsuite.benchmarks.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Callers at the same time, a platform thread each. */
final class Crowd {

  private static final long STACK_BYTES = 256 << 10;

  private final List<Thread> threads = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  /** Starts so many callers; each is handed its number. */
  static Crowd start(int count, IntConsumer caller) {
    Crowd crowd = new Crowd();
    for (int i = 0; i < count; i++) {
      int number = i;
      crowd.threads.add(
          new Thread(null, () -> crowd.run(number, caller), "caller-" + i, STACK_BYTES));
    }
    crowd.threads.forEach(Thread::start);
    return crowd;
  }

  private void run(int number, IntConsumer caller) {
    try {
      caller.accept(number);
    } catch (RuntimeException | Error e) {
      failure.compareAndSet(null, e);
    }
  }

  boolean failed() {
    return failure.get() != null;
  }

  /** Waits for all; fails as the first that failed. */
  void join() throws InterruptedException {
    for (Thread thread : threads) {
      thread.join();
    }
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException("a caller failed: " + cause.getMessage(), cause);
    }
  }
}
