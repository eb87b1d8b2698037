package io.travelsuite.examples.server;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server is told.
 *
 * @param jdbcUrl the database, or null for an embedded one
 * @param port where it listens; 0 for any that is free
 * @param changesAllowed how many calls that change something a token may make, as {@code 600/m}
 * @param clock what the library judges time by in tests, or null for the database's clock
 */
record Settings(@Nullable String jdbcUrl, int port, String changesAllowed, @Nullable Clock clock) {

  /** The settings of an environment: TRAVEL_JDBC_URL, PORT, TRAVEL_RATE. */
  static Settings of(Map<String, String> environment) {
    String url = environment.getOrDefault("TRAVEL_JDBC_URL", "");
    return new Settings(
        url.isBlank() ? null : url,
        Integer.parseInt(environment.getOrDefault("PORT", "8080")),
        environment.getOrDefault("TRAVEL_RATE", "1200/m"),
        null);
  }
}
