package io.travelsuite.security.readiness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Has all probes look at once, and waits no longer than a common deadline. Used once. */
final class Looking {

  private final Map<Look<?>, FutureTask<Object>> started = new LinkedHashMap<>();
  private final Map<Look<?>, Object> answers = new HashMap<>();
  private final List<Finding> failures = new ArrayList<>();
  private final Duration patience;

  Looking(Duration patience) {
    this.patience = patience;
  }

  /** What was answered, by look. */
  Map<Look<?>, Object> answers() {
    return Map.copyOf(answers);
  }

  /** Those that gave no answer. */
  List<Finding> failures() {
    return failures;
  }

  void look(Deployment deployment, Probes probes, Executor executor) {
    long deadline = System.nanoTime() + patience.toNanos();
    for (Look<?> look : Look.ALL) {
      if (look.isNeeded(deployment)) {
        start(look, probes.of(look), executor);
      }
    }
    started.forEach((look, task) -> collect(look, task, deadline - System.nanoTime()));
    started.values().forEach(task -> task.cancel(true));
  }

  private void start(Look<?> look, @Nullable Callable<?> probe, Executor executor) {
    if (probe == null) {
      fail(look, "none was handed over");
      return;
    }
    FutureTask<Object> task = new FutureTask<>(probe::call);
    try {
      executor.execute(task);
      started.put(look, task);
    } catch (RejectedExecutionException e) {
      fail(look, "the executor turned it away");
    }
  }

  private void collect(Look<?> look, FutureTask<Object> task, long nanos) {
    try {
      Object answer = task.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      if (answer == null) {
        fail(look, "it answered null");
      } else {
        answers.put(look, answer);
      }
    } catch (TimeoutException e) {
      task.cancel(true);
      fail(look, "no answer within " + patience.toMillis() + " ms");
    } catch (ExecutionException e) {
      // never its message: messages of drivers quote addresses and passwords
      Throwable cause = e.getCause() == null ? e : e.getCause();
      fail(look, "it failed: " + cause.getClass().getSimpleName());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      fail(look, "the check was interrupted");
    }
  }

  private void fail(Look<?> look, String why) {
    failures.add(look.check().finding(List.of(why)));
  }
}
