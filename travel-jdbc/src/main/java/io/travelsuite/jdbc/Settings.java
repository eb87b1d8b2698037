package io.travelsuite.jdbc;

import io.travelsuite.metric.MeteredPorts;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bookings and inventory were told by the builder.
 *
 * @param clock in place of the database's, or null
 * @param longestHold how long a hold may last in all
 * @param customers how customers are kept
 * @param metered what times calls, or null
 */
record Settings(
    @Nullable Clock clock,
    Duration longestHold,
    CustomerKeeping customers,
    @Nullable MeteredPorts metered) {

  /** A port, timed where that was asked for. */
  <P> P port(Class<P> port, P real) {
    return metered == null ? real : metered.of(port, real);
  }
}
