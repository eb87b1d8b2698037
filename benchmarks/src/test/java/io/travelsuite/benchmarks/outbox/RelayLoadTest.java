package io.travelsuite.benchmarks.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of the outbox part of {@code run.sh}. */
class RelayLoadTest {

  @Test
  void what_has_queued_up_goes_through() throws InterruptedException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      Sample sample = new RelayLoad(2).drain(schema, 1_000);
      System.out.println(sample);
      assertThat(sample.value()).isPositive();
    }
  }

  @Test
  void an_event_is_handed_over_soon_after_its_commit() throws InterruptedException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      Sample sample = new RelayLoad(1).latency(schema, 50, Duration.ofSeconds(3));
      System.out.println(sample);
      assertThat(sample.p50Ms()).isLessThan(200);
    }
  }
}
