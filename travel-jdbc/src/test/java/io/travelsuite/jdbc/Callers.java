package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;

/** Callers on a thread each, who are known to have queued before a test goes on. */
final class Callers<T> {

  private static final int PATIENCE_SECONDS = 60;

  private final List<Caller<T>> all = new ArrayList<>();

  /** One of them. */
  record Caller<T>(Thread thread, FutureTask<T> task) {

    /** What it was answered. */
    T answer() {
      try {
        return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new AssertionError(e);
      } catch (InterruptedException | TimeoutException e) {
        throw new AssertionError("no answer", e);
      }
    }

    boolean inLane() {
      return LockSupport.getBlocker(thread) instanceof Lane;
    }
  }

  /** Sets one more off. */
  Caller<T> call(Callable<T> callable) {
    FutureTask<T> task = new FutureTask<>(callable);
    Caller<T> caller = new Caller<>(new Thread(task), task);
    all.add(caller);
    caller.thread().setDaemon(true);
    caller.thread().start();
    return caller;
  }

  /** Sets one more off, and returns when it waits in the lane. */
  Caller<T> queue(Callable<T> callable) {
    Caller<T> caller = call(callable);
    await(caller::inLane);
    return caller;
  }

  /** What all were answered, in the order of their calls. */
  List<T> answers() {
    return all.stream().map(Caller::answer).toList();
  }

  int size() {
    return all.size();
  }

  Caller<T> get(int number) {
    return all.get(number);
  }

  /** Waits until all have their answers or failures. */
  void awaitAll() {
    await(() -> all.stream().allMatch(caller -> caller.task().isDone()));
  }

  void assertNoneAnswered() {
    assertThat(all).noneMatch(caller -> caller.task().isDone());
  }

  static void await(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .until(condition);
  }
}
