package io.travelsuite.jdbc;

import io.travelsuite.metric.Metric;
import io.travelsuite.metric.Metrics;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How transactions are tried again.
 *
 * @param patience for how long
 * @param metrics where it is counted, or null for nowhere
 */
record RetryTerms(Duration patience, @Nullable Metrics metrics) {

  /** For one transaction. */
  Retry begin() {
    return new Retry(patience);
  }

  /** One is tried again. */
  void count(VendorError error) {
    if (metrics != null) {
      String word = error.name().replace('_', '-').toLowerCase(Locale.ROOT);
      metrics.count(Metric.of("travel.transaction.retries", "error", word), 1);
    }
  }

  /** The same with another patience. */
  RetryTerms patience(Duration other) {
    return new RetryTerms(other, metrics);
  }
}
