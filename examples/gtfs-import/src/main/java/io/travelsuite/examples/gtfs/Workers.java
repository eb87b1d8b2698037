package io.travelsuite.examples.gtfs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** So many threads. */
final class Workers implements AutoCloseable {

  private final int count;
  private final ExecutorService threads;

  Workers(int count) {
    this.count = count;
    this.threads = Executors.newFixedThreadPool(count);
  }

  int count() {
    return count;
  }

  /**
   * Does one task an item, and returns when all are done.
   *
   * @return the answers, in the order of the items
   * @throws RuntimeException what a task threw
   */
  <T, R> List<R> each(List<T> items, Function<T, R> task) {
    List<Callable<R>> calls =
        items.stream().<Callable<R>>map(item -> () -> task.apply(item)).toList();
    try {
      List<R> answers = new ArrayList<>();
      for (Future<R> done : threads.invokeAll(calls)) {
        answers.add(done.get());
      }
      return answers;
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

  /** Ends the threads. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
