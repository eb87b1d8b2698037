package io.travelsuite.security.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.alert.Alert;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import io.travelsuite.security.SteppingClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpMeasuresTest {

  private final SteppingClock clock = new SteppingClock();
  private final List<Alert> alerts = new ArrayList<>();
  private final Map<Metric, Long> counts = new HashMap<>();
  private final HttpMeasures measures =
      new HttpMeasures(HttpMeasures.Rule.DEFAULT, new Counts(counts), alerts::add, clock);

  private record Counts(Map<Metric, Long> counts) implements Metrics {

    @Override
    public void count(Metric metric, long more) {
      counts.merge(metric, more, Long::sum);
    }

    @Override
    public void time(Metric metric, Duration took) {
      counts.merge(metric, 1L, Long::sum);
    }

    @Override
    public void gauge(Metric metric, double value) {
      throw new AssertionError();
    }
  }

  /** One answer of so many is an error; ten answers a second. */
  private void serve(int answers, int oneIn) {
    for (int i = 1; i <= answers; i++) {
      measures.answered("hold", i % oneIn == 0 ? 500 : 201, Duration.ofMillis(5));
      clock.pass(Duration.ofMillis(100));
    }
  }

  @Test
  void five_percent_of_errors_are_told_within_the_window_and_once() {
    serve(2_000, 20);
    assertThat(alerts).extracting(Alert::rule).containsExactly("http.errors");
    clock.pass(Duration.ofMinutes(5));
    serve(100, 20);
    assertThat(alerts).hasSize(2);
  }

  @Test
  void half_a_percent_of_errors_refusals_and_a_few_answers_are_not_told() {
    serve(2_000, 200);
    for (int i = 0; i < 200; i++) {
      measures.answered("hold", 429, Duration.ZERO);
    }
    clock.pass(Duration.ofMinutes(5));
    serve(10, 1);
    assertThat(alerts).isEmpty();
  }

  @Test
  void answers_are_counted_by_route_and_status() {
    serve(40, 20);
    assertThat(counts.entrySet())
        .anyMatch(
            entry ->
                entry.getKey().name().equals("travel.http.answers")
                    && entry.getKey().labels().equals(Map.of("route", "hold", "status", "500"))
                    && entry.getValue() == 2);
  }
}
