package io.travelsuite.jdbc.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.travelsuite.metric.Metric;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the library tells its metrics, in a registry of Micrometer. */
class MicrometerMetricsTest {

  private static final Metric SENT = Metric.of("travel.alert.sent", "rule", "outbox.stuck");

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final MicrometerMetrics metrics = new MicrometerMetrics(registry);

  @AfterEach
  void close() {
    registry.close();
  }

  private double sent() {
    return registry.get("travel.alert.sent").tag("rule", "outbox.stuck").counter().count();
  }

  @Test
  void what_is_counted_adds_up() {
    metrics.count(SENT, 1);
    metrics.count(SENT, 4);
    metrics.count(Metric.of("travel.alert.sent", "rule", "another"), 7);

    assertThat(sent()).isEqualTo(5);
  }

  @Test
  void what_is_expected_is_there_as_zero_and_counts_on() {
    assertThat(registry.find("travel.alert.sent").counters()).isEmpty();

    metrics.expect(SENT);
    assertThat(sent()).isZero();

    metrics.count(SENT, 2);
    assertThat(sent()).isEqualTo(2);
  }

  @Test
  void what_takes_time_is_timed_by_all_its_labels() {
    Map<String, String> labels = Map.of("port", "bookings", "call", "hold", "answer", "SoldOut");
    metrics.time(new Metric("travel.calls", new TreeMap<>(labels)), Duration.ofMillis(3));

    Timer timer =
        registry
            .get("travel.calls")
            .tags("port", "bookings", "call", "hold", "answer", "SoldOut")
            .timer();
    assertThat(timer.count()).isOne();
    assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(3);
  }

  @Test
  void a_level_stays_until_it_is_told_again() {
    Metric waiting = Metric.of("travel.outbox.waiting", "subscription", "mails");
    metrics.gauge(waiting, 2.5);
    metrics.gauge(Metric.of("travel.outbox.waiting", "subscription", "partners"), 9);
    System.gc(); // a registry alone would let a level's value go
    assertThat(level("mails")).isEqualTo(2.5);

    metrics.gauge(waiting, 0);
    assertThat(level("mails")).isZero();
    assertThat(level("partners")).isEqualTo(9);
  }

  private double level(String subscription) {
    return registry.get("travel.outbox.waiting").tag("subscription", subscription).gauge().value();
  }

  /** Why levels are held here. */
  @Test
  void control_a_level_that_is_registered_anew_keeps_its_first_value() {
    Metric age = Metric.of("travel.backup.age-seconds");
    Double first = registry.gauge(age.name(), 60.0);
    Double second = registry.gauge(age.name(), 120.0);

    assertThat(second).isGreaterThan(first);
    assertThat(registry.get(age.name()).gauge().value()).isNotEqualTo(120);
  }
}
