package io.travelsuite.benchmarks.http;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.List;

/**
 * Makes room for a million guests on departures of the reference server's, so that none sells out.
 */
public final class Room {

  private static final int GUESTS = 1_000_000;

  private Room() {}

  /**
   * Makes room.
   *
   * @param arguments the database's URL, then the pool, then the ids of departures
   */
  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(all.get(0));
    config.setMaximumPoolSize(4);
    try (HikariDataSource pool = new HikariDataSource(config)) {
      JdbcTravel travel = JdbcTravel.builder(pool).build();
      for (String id : all.subList(2, all.size())) {
        ResizeResult result =
            travel.inventory().resize(OccurrenceId.of(id), all.get(1), Capacity.of(GUESTS));
        if (!(result instanceof ResizeResult.Resized)) {
          throw new IllegalStateException(id + ": " + result);
        }
      }
    }
  }
}
