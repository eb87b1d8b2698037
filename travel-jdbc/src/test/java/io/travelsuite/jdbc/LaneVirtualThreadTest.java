package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a JDK that has virtual threads; skipped on 17. */
class LaneVirtualThreadTest {

  private static final int CALLS = 2_000;

  private static ExecutorService virtualThreads() throws ReflectiveOperationException {
    Optional<Method> factory =
        List.of(Executors.class.getMethods()).stream()
            .filter(method -> method.getName().equals("newVirtualThreadPerTaskExecutor"))
            .findFirst();
    assumeTrue(factory.isPresent(), "needs a JDK with virtual threads");
    return (ExecutorService) factory.orElseThrow().invoke(null);
  }

  @Test
  void virtual_threads_are_answered_and_never_pinned(@TempDir Path folder) throws Exception {
    ExecutorService threads = virtualThreads();
    LaneCaller caller =
        new LaneCaller(
            new Lane<>(new LaneLimits(3, 64, 10_000, 8)), Duration.ofMinutes(10), this::carryOut);
    Path file = folder.resolve("pinned.jfr");
    try (Recording recording = new Recording()) {
      assertAllAnswered(threads, caller); // loads classes, which pins
      recording.enable("jdk.VirtualThreadPinned").withThreshold(Duration.ZERO);
      recording.start();
      assertAllAnswered(threads, caller);
      recording.stop();
      recording.dump(file);
    } finally {
      threads.shutdownNow();
    }
    assertThat(pinnedIn(file)).isEmpty();
  }

  private static void assertAllAnswered(ExecutorService threads, LaneCaller caller)
      throws Exception {
    List<Future<Optional<Integer>>> calls = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      int request = i;
      calls.add(threads.submit(() -> caller.call(request, null)));
    }
    for (int i = 0; i < CALLS; i++) {
      assertThat(calls.get(i).get(60, TimeUnit.SECONDS)).contains(-i);
    }
  }

  private void carryOut(Lane.Batch<Integer, Integer> batch) {
    try {
      Thread.sleep(1); // stands for I/O, on which a pinned thread would keep its carrier
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    batch.calls().forEach(call -> call.answer(-call.request()));
  }

  private static List<RecordedEvent> pinnedIn(Path file) throws IOException {
    return RecordingFile.readAllEvents(file).stream()
        .filter(event -> event.getStackTrace() != null)
        .filter(
            event ->
                event.getStackTrace().getFrames().stream()
                    .anyMatch(frame -> frame.getMethod().getType().getName().contains("Lane")))
        .toList();
  }
}
