package io.travelsuite.examples.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for a server to accept connections. */
final class Connections {

  private Connections() {}

  /**
   * Returns when a connection was opened.
   *
   * @param running looked at between tries: no use to wait for a server that has ended
   * @throws IllegalStateException if it ended, or the time is over
   */
  static void await(String jdbcUrl, Duration patience, BooleanSupplier running) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      try (Connection accepted = DriverManager.getConnection(jdbcUrl)) {
        return;
      } catch (SQLException e) {
        if (!running.getAsBoolean() || System.nanoTime() > deadline) {
          throw new IllegalStateException(
              "The database accepts no connections: " + e.getMessage(), e);
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }
}
