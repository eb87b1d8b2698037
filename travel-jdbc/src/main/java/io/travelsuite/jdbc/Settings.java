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
 */
record Settings(@Nullable Clock clock, Duration longestHold, CustomerKeeping customers) {}
