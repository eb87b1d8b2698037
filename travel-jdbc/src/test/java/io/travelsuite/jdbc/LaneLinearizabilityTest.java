package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.inventory.OccurrenceId;
import java.time.Duration;
import java.util.UUID;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Whatever way the callers' steps interleave, calls through the lane look as if made one after
 * another: lincheck (Koval, Fedorov, Sokolova, Tsitelov, Alistarh, 2023) against a plain sum.
 */
@EnabledIfSystemProperty(
    named = "travel.lincheck",
    matches = "true",
    disabledReason = "Lincheck's agent needs a JVM of its own: -Dtravel.lincheck=true -Dtest=Lane*")
class LaneLinearizabilityTest {

  /** What calls do, one after another. */
  public static class Sum {
    private int sum;

    public int addAtA(int number) {
      return add(number);
    }

    public int addAtB(int number) {
      return add(number);
    }

    public int addAnywhere(int number) {
      return add(number);
    }

    private int add(int number) {
      sum += number;
      return sum;
    }
  }

  /** The same through a lane. */
  public static class CombinedSum {
    private static final OccurrenceId A = new OccurrenceId(new UUID(0, 1));
    private static final OccurrenceId B = new OccurrenceId(new UUID(0, 2));

    private final Object database = new Object();
    private final LaneCaller caller =
        new LaneCaller(
            new Lane<>(new LaneLimits(2, 2, 100, 2)), Duration.ofMinutes(10), this::carryOut);
    private int sum;

    @Operation
    public int addAtA(int number) {
      return caller.call(number, A).orElseThrow();
    }

    @Operation
    public int addAtB(int number) {
      return caller.call(number, B).orElseThrow();
    }

    @Operation
    public int addAnywhere(int number) {
      return caller.call(number, null).orElseThrow();
    }

    /** A batch that does not wait passes odd ones over, which then queue again. */
    private void carryOut(Lane.Batch<Integer, Integer> batch) {
      synchronized (database) {
        for (Call<Integer, Integer> call : batch.calls()) {
          if (!batch.waits() && call.request() % 2 != 0) {
            call.passOver();
          } else {
            sum += call.request();
            call.answer(sum);
          }
        }
      }
    }
  }

  /** The twin: leaders take from the queue without its lock. */
  public static class CarelessSum {
    private final CarelessLane lane = new CarelessLane();

    @Operation
    public int addAtA(int number) {
      return lane.add(number);
    }

    @Operation
    public int addAtB(int number) {
      return lane.add(number);
    }

    @Operation
    public int addAnywhere(int number) {
      return lane.add(number);
    }
  }

  @Test
  void calls_through_the_lane_are_linearizable_in_every_schedule_tried() {
    models().check(CombinedSum.class);
  }

  @Test
  void calls_through_the_lane_are_linearizable_under_stress() {
    new StressOptions()
        .iterations(5)
        .invocationsPerIteration(200)
        .threads(3)
        .actorsPerThread(3)
        .sequentialSpecification(Sum.class)
        .check(CombinedSum.class);
  }

  @Test
  void control_a_lane_that_reads_its_queue_without_the_lock_is_caught() {
    assertThatThrownBy(() -> models().check(CarelessSum.class))
        .isInstanceOf(LincheckAssertionError.class);
  }

  private static ModelCheckingOptions models() {
    return new ModelCheckingOptions()
        .iterations(3)
        .invocationsPerIteration(50)
        .threads(2)
        .actorsPerThread(2)
        .actorsBefore(0)
        .actorsAfter(0)
        .sequentialSpecification(Sum.class);
  }
}
