package io.travelsuite.benchmarks.locking;

import io.travelsuite.benchmarks.load.Latencies;
import io.travelsuite.benchmarks.load.Wishes;
import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.EmbeddedDatabase;
import io.travelsuite.inventory.OccurrenceId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/**
 * Callers sell seats of the same departures at the same time, each sale durable before the next.
 * Departures are fresh in each run. Started by JMH alone it brings an embedded database.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets up
public class SeatLocking {

  private static final int CAPACITY = 100_000_000;

  /** How seats are sold. */
  @Param({
    "SELECT_FOR_UPDATE_SUM",
    "SELECT_FOR_UPDATE_COUNTER",
    "CONDITIONAL_UPDATE",
    "DIRECT",
    "COMBINING"
  })
  public Strategy strategy;

  /** How many departures the callers choose from. */
  @Param({"1", "200", "5000"})
  public int occurrences;

  /** Connections; 0 for the strategy's usual number. */
  @Param("0")
  public int pool;

  private final Latencies latencies = new Latencies();
  private @Nullable RunFolder folder;
  private @Nullable EmbeddedDatabase embedded;
  private Shop shop;
  private Sale sale;
  private List<OccurrenceId> departures;

  /** A caller. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH sets up
  public static class Caller {

    private Wishes wishes;

    /** Knows the departures. */
    @Setup
    public void arrive(SeatLocking locking) {
      wishes = new Wishes(locking.departures);
    }
  }

  /** Opens fresh departures. */
  @Setup
  public void open() {
    folder = RunFolder.given();
    String url = folder == null ? embeddedUrl() : folder.jdbcUrl();
    shop = Shop.open(url, strategy, pool == 0 ? strategy.usualPool() : pool);
    sale = shop.sale();
    departures = shop.market().open(occurrences, CAPACITY);
  }

  private String embeddedUrl() {
    EmbeddedDatabase server =
        EmbeddedDatabase.startIn(Path.of(System.getProperty("java.io.tmpdir")));
    embedded = server;
    return server.jdbcUrl();
  }

  /** Forgets the latencies of the warm-up. */
  @TearDown(Level.Iteration)
  public void end(IterationParams iteration) {
    if (iteration.getType() == IterationType.WARMUP) {
      latencies.reset();
    }
  }

  /** Hands over the latencies. */
  @TearDown
  public void close() {
    shop.close();
    if (folder != null) {
      folder.write(latencies.histogram());
    }
    if (embedded != null) {
      embedded.close();
    }
  }

  /** One sale. */
  @Benchmark
  public Sale.Answer sell(Caller caller) {
    long from = System.nanoTime();
    Sale.Answer answer = sale.sellInTheEnd(caller.wishes.next());
    latencies.record(from, System.nanoTime());
    if (answer != Sale.Answer.SOLD) {
      throw new IllegalStateException("a caller was told " + answer);
    }
    return answer;
  }
}
