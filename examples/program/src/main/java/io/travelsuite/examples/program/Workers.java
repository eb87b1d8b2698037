package io.travelsuite.examples.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** So many threads, each taking the next of a list of tasks. One worker does them in order. */
public final class Workers implements AutoCloseable {

  private final int count;
  private final ExecutorService threads;

  /**
   * Starts threads.
   *
   * @param count how many
   */
  public Workers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  /** {@return how many threads} */
  public int count() {
    return count;
  }

  /**
   * Does one task an item, and returns when all are done: a barrier.
   *
   * @param <T> an item
   * @param <R> an answer
   * @param items what to do
   * @param task what to do with each
   * @return the answers, in the order of the items
   * @throws RuntimeException what a task threw; items that were not begun are left then
   */
  public <T, R> List<R> each(List<T> items, Function<T, R> task) {
    Object[] answers = new Object[items.size()];
    AtomicInteger next = new AtomicInteger();
    Callable<Void> loop =
        () -> {
          for (int i = next.getAndIncrement(); i < answers.length; i = next.getAndIncrement()) {
            try {
              answers[i] = task.apply(items.get(i));
            } catch (RuntimeException | Error e) {
              next.set(answers.length);
              throw e;
            }
          }
          return null;
        };
    await(Collections.nCopies(Math.min(count, answers.length), loop));
    @SuppressWarnings("unchecked")
    List<R> typed = (List<R>) new ArrayList<>(Arrays.asList(answers));
    return typed;
  }

  private void await(List<Callable<Void>> loops) {
    try {
      for (Future<Void> done : threads.invokeAll(loops)) {
        done.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /**
   * Waits, as a worker does between two tasks.
   *
   * @param duration how long
   * @throws IllegalStateException when the threads are ended meanwhile
   */
  public static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
