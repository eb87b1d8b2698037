package io.travelsuite.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;

/** Pools whose patience the test sets. */
public final class Pools {

  private Pools() {}

  /**
   * A pool; the test closes it.
   *
   * @param patience how long it waits for a connection
   */
  public static HikariDataSource open(String jdbcUrl, int connections, Duration patience) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(jdbcUrl);
    config.setMaximumPoolSize(connections);
    config.setConnectionTimeout(patience.toMillis());
    return new HikariDataSource(config);
  }
}
