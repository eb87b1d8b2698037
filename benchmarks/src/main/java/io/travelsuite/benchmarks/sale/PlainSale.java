package io.travelsuite.benchmarks.sale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/**
 * Sells by plain JDBC, a transaction a caller: a room check, then the rows that the library writes.
 * What the usual code would do with every advantage: READ COMMITTED and no autocommit are set once
 * a connection, no statement is wasted, and a deadlock is tried again.
 */
final class PlainSale implements Sale {

  private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(1213, 1205, 1020);

  private final DataSource dataSource;
  private final Market market;
  private final RoomCheck roomCheck;

  /** Over a data source whose connections have no autocommit and are READ COMMITTED. */
  PlainSale(DataSource dataSource, Market market, RoomCheck roomCheck) {
    this.dataSource = dataSource;
    this.market = market;
    this.roomCheck = roomCheck;
  }

  @Override
  public Answer sell(Wish wish) {
    SoldBooking booking = market.hold(wish);
    while (true) {
      try (Connection connection = dataSource.getConnection()) {
        return sell(connection, booking);
      } catch (SQLException e) {
        if (!WORTH_ANOTHER_TRY.contains(e.getErrorCode())) {
          throw new IllegalStateException("a sale failed", e);
        }
      }
    }
  }

  private Answer sell(Connection connection, SoldBooking booking) throws SQLException {
    try {
      if (roomCheck.take(connection, booking)) {
        BookingRows.insert(connection, List.of(booking));
        connection.commit();
        return Answer.SOLD;
      }
      connection.rollback();
      return Answer.SOLD_OUT;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    }
  }
}
