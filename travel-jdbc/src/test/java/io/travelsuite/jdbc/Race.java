package io.travelsuite.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Runs tasks on a thread each, all of them set off at one moment. */
public final class Race {

  private static final int PATIENCE_SECONDS = 120;

  private Race() {}

  /** What one thread does. */
  @FunctionalInterface
  public interface Runner<T> {
    T run(int number) throws Exception;
  }

  /**
   * What one thread came to.
   *
   * @param result what it returned, if it did
   * @param failure what it threw, if it did
   */
  public record Finish<T>(T result, Exception failure) {
    /** The failure, if there was one. */
    public Optional<Exception> failed() {
      return Optional.ofNullable(failure);
    }
  }

  /** The results, by thread; fails if one of them throws. */
  public static <T> List<T> run(int threads, Runner<T> runner) {
    List<T> results = new ArrayList<>();
    for (Finish<T> finish : finishes(threads, runner)) {
      if (finish.failure() != null) {
        throw new AssertionError("a runner threw " + finish.failure(), finish.failure());
      }
      results.add(finish.result());
    }
    return results;
  }

  /** What each thread came to, by thread. */
  public static <T> List<Finish<T>> finishes(int threads, Runner<T> runner) {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<Finish<T>>> running =
          IntStream.range(0, threads)
              .mapToObj(number -> pool.submit(() -> finish(start, runner, number)))
              .toList();
      List<Finish<T>> finishes = new ArrayList<>();
      for (Future<Finish<T>> one : running) {
        finishes.add(one.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
      }
      return finishes;
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new AssertionError("a runner did not come to an end", e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static <T> Finish<T> finish(CyclicBarrier start, Runner<T> runner, int number)
      throws Exception {
    start.await();
    try {
      return new Finish<>(runner.run(number), null);
    } catch (Exception e) {
      return new Finish<>(null, e);
    }
  }
}
