package io.travelsuite.jdbc;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What bookings and inventory were told by the builder.
 *
 * @param clock in place of the database's, or null
 * @param longestHold how long a hold may last in all
 * @param customers how customers are kept
 * @param measures where calls are measured, or null where nobody keeps it
 */
record Settings(
    @Nullable Clock clock,
    Duration longestHold,
    CustomerKeeping customers,
    @Nullable Measures measures) {

  /** A port, timed where somebody keeps it. */
  <P> P port(Class<P> port, P real) {
    return measures == null ? real : measures.port(port, real);
  }
}
