package io.travelsuite.benchmarks.locking;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LockingRunsTest {

  @ParameterizedTest
  @EnumSource
  void jmh_measures_sales_and_their_latencies(Strategy strategy) {
    System.setProperty("jmh.ignoreLock", "true");
    LockingRuns runs = new LockingRuns(Duration.ofMillis(100), Duration.ofMillis(300));
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      Sample sample = runs.run(new Cell(strategy, 4, 3), 4, schema.jdbcUrl());

      assertThat(sample.value()).isPositive();
      assertThat(sample.p50Ms()).isPositive();
      assertThat(sample.p99Ms()).isGreaterThanOrEqualTo(sample.p50Ms());
    }
  }
}
