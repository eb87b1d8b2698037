package io.travelsuite.benchmarks.sale;

import io.travelsuite.jdbc.Combining;
import io.travelsuite.jdbc.JdbcTravel;
import javax.sql.DataSource;

/** The ways that are compared. */
public enum Strategy {
  /** Lock the occurrence, sum what its bookings take, insert: what the usual code does. */
  SELECT_FOR_UPDATE_SUM(24),

  /** Lock a counter row, look, write it, insert. */
  SELECT_FOR_UPDATE_COUNTER(24),

  /** Take the units by one guarded update, insert. */
  CONDITIONAL_UPDATE(24),

  /** The library, each call by itself. */
  DIRECT(24),

  /** The library as it comes: callers lead in turn and decide for all who wait. */
  COMBINING(8);

  private final int usualPool;

  Strategy(int usualPool) {
    this.usualPool = usualPool;
  }

  /** The connections to use where the best number was not looked for. */
  public int usualPool() {
    return usualPool;
  }

  /** Whether the best number of connections depends on the load: combining needs its leaders'. */
  public boolean poolMatters() {
    return this != COMBINING;
  }

  /** Whether it decides by the counter, and keeps it; the sum does without. */
  public boolean keepsCounter() {
    return this != SELECT_FOR_UPDATE_SUM;
  }

  Sale over(DataSource dataSource, Market market) {
    return switch (this) {
      case SELECT_FOR_UPDATE_SUM -> new PlainSale(dataSource, market, RoomCheck::sum);
      case SELECT_FOR_UPDATE_COUNTER -> new PlainSale(dataSource, market, RoomCheck::counter);
      case CONDITIONAL_UPDATE -> new PlainSale(dataSource, market, RoomCheck::guardedUpdate);
      case DIRECT -> new LibrarySale(JdbcTravel.builder(dataSource).withoutCombining().build());
      case COMBINING ->
          new LibrarySale(JdbcTravel.builder(dataSource).combining(Combining.DEFAULT).build());
    };
  }
}
