package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LaneTest {

  private static final LaneLimits LIMITS = new LaneLimits(3, 16, 1_000, 8);
  private static final Duration LONG = Duration.ofMinutes(10);
  private static final OccurrenceId A = new OccurrenceId(new UUID(0, 1));
  private static final OccurrenceId B = new OccurrenceId(new UUID(0, 2));

  private final Lane<Integer, Integer> lane = new Lane<>(LIMITS);
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger stuck = new AtomicInteger();

  private static void answer(Call<Integer, Integer> call) {
    call.answer(-call.request());
  }

  /** Answers all; a batch that waits at A is stuck until the test lets go. */
  private void stickAtA(Lane.Batch<Integer, Integer> batch) {
    boolean atA = batch.calls().stream().anyMatch(call -> A.equals(call.departure()));
    if (atA && batch.waits()) {
      stuck.incrementAndGet();
      awaitUninterruptibly(letGo);
    } else if (atA) { // as SKIP LOCKED does
      batch.calls().stream().filter(call -> A.equals(call.departure())).forEach(Call::passOver);
      batch.calls().stream().filter(call -> !A.equals(call.departure())).forEach(LaneTest::answer);
      return;
    }
    batch.calls().forEach(LaneTest::answer);
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void each_of_64_callers_is_answered_once_while_batches_fail_and_leave_calls_undone() {
    Map<Integer, Integer> times = new ConcurrentHashMap<>();
    AtomicInteger atWork = new AtomicInteger();
    LaneCaller caller =
        new LaneCaller(
            lane,
            LONG,
            batch -> {
              assertThat(atWork.incrementAndGet()).isLessThanOrEqualTo(LIMITS.leaders());
              assertThat(batch.calls()).hasSizeLessThanOrEqualTo(LIMITS.mostBatch());
              try {
                settleSome(batch, times);
              } finally {
                atWork.decrementAndGet();
              }
            });

    Race.run(
        64,
        number -> {
          for (int i = 0; i < 200; i++) {
            int request = number * 1_000 + i;
            OccurrenceId departure = i % 3 == 2 ? null : (number + i) % 2 == 0 ? A : B;
            assertAnsweredOrFailed(caller, request, departure);
          }
          return null;
        });

    assertThat(times).hasSize(64 * 200).allSatisfy((k, n) -> assertThat(n).isEqualTo(1));
  }

  private static void settleSome(Lane.Batch<Integer, Integer> batch, Map<Integer, Integer> times) {
    Random random = ThreadLocalRandom.current();
    for (Call<Integer, Integer> call : batch.calls()) {
      int dice = random.nextInt(10);
      if (dice == 0) {
        call.insist();
      } else if (dice <= 2) {
        call.passOver();
      } else {
        times.merge(call.request(), 1, Integer::sum);
        if (dice == 3) {
          call.fail(new IllegalArgumentException("" + call.request()));
        } else {
          answer(call);
        }
      }
    }
    if (random.nextInt(10) == 0) { // a leader that throws leaves the rest to others
      batch.calls().stream()
          .filter(call -> !call.settled())
          .forEach(
              call -> {
                times.merge(call.request(), 1, Integer::sum);
                call.fail(new IllegalArgumentException("" + call.request()));
              });
    }
  }

  private static void assertAnsweredOrFailed(
      LaneCaller caller, int request, OccurrenceId departure) {
    try {
      assertThat(caller.call(request, departure)).contains(-request);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessage("" + request);
    }
  }

  @Test
  void a_departure_that_is_stuck_keeps_no_other_waiting_however_hot() {
    LaneCaller caller = new LaneCaller(lane, LONG, this::stickAtA);
    Callers<Optional<Integer>> atA = new Callers<>();
    for (int i = 1; i <= 20; i++) {
      int request = i;
      atA.call(() -> caller.call(request, A));
    }
    Callers.await(() -> stuck.get() == LIMITS.leaders() - 1);

    List<Optional<Integer>> atB = Race.run(64, n -> caller.call(1_000 + n, n % 4 == 3 ? null : B));

    assertThat(atB).allMatch(Optional::isPresent);
    atA.assertNoneAnswered();
    letGo.countDown();
    assertThat(atA.answers()).allMatch(Optional::isPresent);
  }

  @Test
  void what_is_hot_no_more_once_callers_gave_up_is_led_at_once() {
    CountDownLatch briskOn = new CountDownLatch(1);
    AtomicInteger brisk = new AtomicInteger();
    LaneCaller caller =
        new LaneCaller(
            lane,
            LONG,
            batch -> {
              if (batch.calls().stream().anyMatch(call -> call.request() < 0)) {
                brisk.incrementAndGet();
                awaitUninterruptibly(briskOn);
                batch.calls().forEach(LaneTest::answer);
              } else {
                stickAtA(batch);
              }
            });
    Callers<Optional<Integer>> atA = twoStuckAtA(caller);
    Callers<Optional<Integer>> others = new Callers<>();
    others.call(() -> caller.call(-1, null));
    Callers.await(() -> brisk.get() == 1);
    IntStream.range(0, 8).forEach(i -> others.queue(() -> caller.call(i, B)));

    briskOn.countDown();

    assertThat(others.answers()).allMatch(Optional::isPresent);
    letGo.countDown();
    assertThat(atA.answers()).allMatch(Optional::isPresent);
  }

  private Callers<Optional<Integer>> twoStuckAtA(LaneCaller caller) {
    Callers<Optional<Integer>> atA = new Callers<>();
    for (int i = 1; i <= 2; i++) {
      int waiting = i;
      atA.call(() -> caller.call(1, A));
      Callers.await(() -> stuck.get() == waiting);
    }
    return atA;
  }

  @Test
  void a_full_lane_refuses_at_once() {
    Lane<Integer, Integer> small = new Lane<>(new LaneLimits(2, 16, 2, 8));
    LaneCaller caller = new LaneCaller(small, LONG, this::stickAtA);
    Callers<Optional<Integer>> queued = new Callers<>();
    queued.call(() -> caller.call(1, A));
    Callers.await(() -> stuck.get() == 1);
    queued.queue(() -> caller.call(2, A));
    queued.queue(() -> caller.call(3, A));

    assertThatThrownBy(() -> caller.call(4, A)).isInstanceOf(LaneCaller.FullException.class);

    letGo.countDown();
    assertThat(queued.answers()).allMatch(Optional::isPresent);
    assertThat(caller.call(5, A)).contains(-5);
  }

  @Test
  void a_caller_out_of_patience_gives_up_and_is_never_carried_out() {
    Map<Integer, Boolean> seen = new ConcurrentHashMap<>();
    LaneCaller.Step step =
        batch -> {
          batch.calls().forEach(call -> seen.put(call.request(), true));
          stickAtA(batch);
        };
    LaneCaller patient = new LaneCaller(lane, LONG, step);
    Callers<Optional<Integer>> atA = new Callers<>();
    atA.call(() -> patient.call(1, A));
    Callers.await(() -> stuck.get() == 1);
    atA.call(() -> patient.call(2, A));
    Callers.await(() -> stuck.get() == 2);

    assertThat(new LaneCaller(lane, Duration.ofMillis(20), step).call(3, A)).isEmpty();

    letGo.countDown();
    assertThat(atA.answers()).allMatch(Optional::isPresent);
    assertThat(patient.call(4, A)).contains(-4);
    assertThat(seen).containsOnlyKeys(1, 2, 4);
  }

  @Test
  void one_who_is_interrupted_gives_up_or_has_its_answer_and_the_lane_goes_on() {
    LaneCaller caller = new LaneCaller(lane, LONG, this::stickAtA);
    Callers<Boolean> atA = new Callers<>();
    Callers.Caller<Boolean> leader = atA.call(() -> interruptedAfter(caller, 1, true));
    Callers.await(() -> stuck.get() == 1);
    atA.call(() -> caller.call(2, A).isPresent());
    Callers.await(() -> stuck.get() == 2);
    Callers.Caller<Boolean> queued = atA.queue(() -> interruptedAfter(caller, 3, false));

    leader.thread().interrupt();
    queued.thread().interrupt();

    assertThat(queued.answer()).isTrue();
    assertThat(leader.task().isDone()).isFalse();
    letGo.countDown();
    assertThat(atA.answers()).containsOnly(true);
    assertThat(caller.call(4, A)).contains(-4);
  }

  /** Whether it came to what is expected, with the interrupt kept. */
  private static boolean interruptedAfter(LaneCaller caller, int request, boolean answered) {
    Optional<Integer> answer = caller.call(request, A);
    return answer.isPresent() == answered && Thread.interrupted();
  }

  @Test
  void callers_interrupted_at_random_leave_the_lane_whole() {
    LaneCaller caller =
        new LaneCaller(lane, LONG, batch -> batch.calls().forEach(LaneTest::answer));
    CyclicBarrier alive = new CyclicBarrier(16);

    Race.run(
        16,
        number -> {
          for (int i = 0; i < 500; i++) {
            if (ThreadLocalRandom.current().nextInt(3) == 0) {
              Thread.currentThread().interrupt();
              Optional<Integer> answer = caller.call(i, number % 2 == 0 ? A : null);
              assertThat(answer.orElse(-i)).isEqualTo(-i);
              assertThat(Thread.interrupted()).isTrue();
            } else {
              assertThat(caller.call(i, B)).contains(-i);
            }
          }
          alive.await();
          return null;
        });

    assertThat(caller.call(7, A)).contains(-7);
  }
}
