package io.travelsuite.examples.server.operation;

import io.travelsuite.jdbc.JdbcTravel;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether requests should be sent here: not while the database does not answer, its tables are of
 * another version, or the server is about to stop. Thread-safe.
 */
public final class Health {

  private static final Logger LOG = LoggerFactory.getLogger(Health.class);

  /** Anybody may ask: the database is asked once in this time. */
  private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final DataSource dataSource;
  private volatile boolean draining;
  private volatile Seen seen;

  /** What was seen, and when. */
  private record Seen(boolean good, long nanos) {}

  /**
   * Health by a database.
   *
   * @param dataSource the server's
   */
  public Health(DataSource dataSource) {
    this.dataSource = dataSource;
    seen = new Seen(true, System.nanoTime() - KEPT_NANOS);
  }

  /** Lets whoever sends requests know that none should come any more. */
  public void drain() {
    draining = true;
  }

  /** {@return whether requests should be sent here} */
  public boolean isReady() {
    return !draining && isDatabaseGood();
  }

  private boolean isDatabaseGood() {
    Seen last = seen;
    if (System.nanoTime() - last.nanos() > KEPT_NANOS) {
      last = new Seen(look(), System.nanoTime());
      seen = last;
    }
    return last.good();
  }

  private boolean look() {
    try {
      JdbcTravel.builder(dataSource).build(); // connects, and verifies the tables
      return true;
    } catch (RuntimeException e) {
      LOG.warn("not ready: {}", e.getMessage());
      return false;
    }
  }
}
