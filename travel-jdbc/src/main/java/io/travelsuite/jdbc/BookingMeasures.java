package io.travelsuite.jdbc;

import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What bookings tell the metrics; the names are documented in docs/monitoring.md. */
final class BookingMeasures {

  private static final String OPERATION = "operation";
  private static final Metric BATCHES = Metric.of("travel.lane.batches");
  private static final Metric CALLS = Metric.of("travel.lane.calls");
  private static final Metric WAIT = Metric.of("travel.lane.wait");

  private final Metrics metrics;

  /** A metric checks its name and labels when it is made: each is made once. */
  private final Map<String, Metric> answers = new ConcurrentHashMap<>();

  private final Map<String, Metric> times = new ConcurrentHashMap<>();

  BookingMeasures(Metrics metrics) {
    this.metrics = metrics;
  }

  /** A call was answered, or threw where there is no result. */
  void answered(String operation, @Nullable BookingResult result, long nanos) {
    String answer = result == null ? "failed" : word(result.getClass().getSimpleName());
    metrics.count(
        answers.computeIfAbsent(
            operation + ' ' + answer,
            first ->
                new Metric(
                    "travel.booking.answers",
                    new TreeMap<>(Map.of(OPERATION, operation, "answer", answer)))),
        1);
    metrics.time(
        times.computeIfAbsent(
            operation, first -> Metric.of("travel.booking.time", OPERATION, operation)),
        Duration.ofNanos(Math.max(0, nanos)));
    if (result instanceof NotOnSale not) {
      String reason = not.reason().name().replace('_', '-').toLowerCase(Locale.ROOT);
      metrics.count(Metric.of("travel.booking.not-on-sale", "reason", reason), 1);
    }
  }

  /** {@code SoldOut} is {@code sold-out}. */
  private static String word(String type) {
    return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** A leader has taken a batch; each of its calls has had so long to wait since it came. */
  <Q, A> void taken(Lane.Batch<Q, A> batch, long patienceNanos) {
    metrics.count(BATCHES, 1);
    metrics.count(CALLS, batch.calls().size());
    for (Call<Q, A> call : batch.calls()) {
      metrics.time(WAIT, Duration.ofNanos(Math.max(0, patienceNanos - call.patience())));
    }
  }
}
