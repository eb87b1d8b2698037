package io.travelsuite.jdbc.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How callers are combined, and what is tried again, as the metrics are told. */
class MeasuresTest {

  private static final int CALLERS = 16;
  private static final String LOCK =
      "SELECT taken FROM travel_counter WHERE occurrence_id = ? FOR UPDATE";

  private static Fixture fixture;

  private final Told told = new Told();
  private final JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).metrics(told).build();

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  /** What was told: counts, and how often something was timed, by name and labels. */
  private static final class Told implements Metrics {

    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    @Override
    public void count(Metric metric, long more) {
      counts.merge(metric.name() + metric.labels(), more, Long::sum);
    }

    @Override
    public void time(Metric metric, Duration took) {
      assertThat(took).isGreaterThanOrEqualTo(Duration.ZERO);
      count(metric, 1);
    }

    @Override
    public void gauge(Metric metric, double value) {
      throw new AssertionError(metric);
    }

    long of(String name) {
      return counts.getOrDefault(name, 0L);
    }
  }

  private static String answers(String answer, String call) {
    return "travel.calls{answer=%s, call=%s, port=bookings}".formatted(answer, call);
  }

  @Test
  void every_call_is_in_a_batch_and_its_wait_is_told() throws Exception {
    OccurrenceId departure = fixture.open(CALLERS);
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    CountDownLatch start = new CountDownLatch(1);
    for (int i = 0; i < CALLERS; i++) {
      threads.execute(
          () -> {
            try {
              start.await();
              travel.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    start.countDown();
    threads.shutdown();
    assertThat(threads.awaitTermination(30, TimeUnit.SECONDS)).isTrue();

    assertThat(told.of(answers("Held", "hold"))).isEqualTo(CALLERS);
    assertThat(told.of("travel.lane.calls{}")).isGreaterThanOrEqualTo(CALLERS);
    assertThat(told.of("travel.lane.wait{}")).isEqualTo(told.of("travel.lane.calls{}"));
    assertThat(told.of("travel.lane.batches{}")).isBetween(1L, told.of("travel.lane.calls{}"));
  }

  @Test
  void what_is_tried_again_is_counted_by_its_error() throws Exception {
    OccurrenceId departure = fixture.open(1);
    String oneSecond = "sessionVariables=innodb_lock_wait_timeout=1";
    try (HikariDataSource impatient = fixture.schema().dataSource(2, oneSecond);
        Connection other = fixture.connect()) {
      JdbcTravel waiting = JdbcTravel.builder(impatient).metrics(told).build();
      other.setAutoCommit(false);
      Rows.texts(other, LOCK, departure.value());
      CompletableFuture<HoldResult> hold =
          CompletableFuture.supplyAsync(
              () -> waiting.bookings().hold(HoldRequest.of(departure, 1)));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> told.of("travel.transaction.retries{error=lock-wait}") > 0);
      other.rollback();

      hold.get(30, TimeUnit.SECONDS).orElseThrow();
    }
  }

  @Test
  void control_a_library_that_nobody_measures_tells_nobody() {
    fixture.travel().bookings().hold(HoldRequest.of(fixture.open(1), 1)).orElseThrow();

    assertThat(told.counts).isEmpty();
  }
}
