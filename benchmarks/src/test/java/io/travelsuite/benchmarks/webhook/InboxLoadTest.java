package io.travelsuite.benchmarks.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of the webhooks part of {@code run.sh}. */
class InboxLoadTest {

  private static final InboxLoad LOAD = new InboxLoad(250, Duration.ofSeconds(4));

  private static void assertNothingLost(InboxLoad.Outcome outcome) {
    System.out.println(outcome);
    assertThat(outcome.deliveries()).isEqualTo(1_000);
    assertThat(outcome.events()).isEqualTo(900);
    assertThat(outcome.lost()).isZero();
    assertThat(outcome.twice()).isZero();
  }

  @Test
  void a_killed_process_loses_no_acknowledged_event_and_handles_none_twice()
      throws InterruptedException {
    try (TestSchema schema = TestDatabase.shared().newSchema()) {
      InboxLoad.Outcome outcome = LOAD.killingTheProcess(schema);
      assertNothingLost(outcome);
      assertThat(outcome.retries()).as("sent again after the kill").isPositive();
    }
  }

  @Test
  void a_killed_database_loses_no_acknowledged_event_and_handles_none_twice()
      throws InterruptedException {
    TestDatabase database = TestDatabase.killable();
    try (TestSchema schema = database.newSchema()) {
      assertNothingLost(
          LOAD.during(
              schema,
              () -> {
                database.kill();
                database.restart();
              }));
    }
  }
}
