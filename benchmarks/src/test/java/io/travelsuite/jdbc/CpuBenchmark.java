package io.travelsuite.jdbc;

import com.github.f4b6a3.uuid.UuidCreator;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/** What a hold costs in pure CPU, in the parts that every hold passes through. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CpuBenchmark {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(10);

  private final OccurrenceId departure = new OccurrenceId(UuidCreator.getTimeOrderedEpoch());
  private final HoldRequest request = HoldRequest.of(departure, 2).key("checkout-9f2");
  private final Reference references = new Reference();
  private final Lane<Integer, Integer> lane = new Lane<>(Combining.DEFAULT.limits());

  /** A new id. */
  @Benchmark
  public UUID id() {
    return UuidCreator.getTimeOrderedEpoch();
  }

  /** A new reference. */
  @Benchmark
  public String reference() {
    return references.next();
  }

  /** The canonical form of a request. */
  @Benchmark
  public byte[] canonicalRequest() {
    return CanonicalRequest.bytes(request);
  }

  /** The digest of the canonical form. */
  @Benchmark
  public Object fingerprint() {
    return Fingerprint.of(request);
  }

  /** Through the lane with nobody else there: enter, lead, finish. */
  @Benchmark
  public Integer laneAlone() {
    return handOff();
  }

  /** Through the lane with seven others: calls are settled by whoever leads. */
  @Benchmark
  @Threads(8)
  public Integer laneHandOff() {
    return handOff();
  }

  private Integer handOff() {
    Call<Integer, Integer> call = new Call<>(1, departure, PATIENCE);
    if (!lane.enter(call)) {
      throw new IllegalStateException("the lane is full");
    }
    Optional<Lane.Batch<Integer, Integer>> batch = lane.await(call);
    while (batch.isPresent()) {
      batch.get().calls().forEach(each -> each.answer(each.request() + 1));
      lane.finish(batch.get());
      batch = lane.await(call);
    }
    return call.answer();
  }
}
