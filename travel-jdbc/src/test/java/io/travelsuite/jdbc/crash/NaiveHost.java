package io.travelsuite.jdbc.crash;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * The twin: the same engine, joined to transactions of a host that does not resolve a lost COMMIT
 * but acts on a belief.
 */
public final class NaiveHost implements Seller {

  /** What it does when COMMIT throws. */
  public enum Belief {
    /** Nothing was kept: do it again. */
    IT_FAILED_SO_RETRY,
    /** Nothing was kept: tell the customer. */
    IT_FAILED,
    /** All was kept: tell the customer. */
    IT_SUCCEEDED,
    /** Whatever a read without lock shows; do it again if it shows nothing. */
    WHAT_A_PLAIN_READ_SHOWS
  }

  private final DataSource dataSource;
  private final JdbcTravel travel;
  private final Belief belief;

  /** On a database of one server, or on one node. */
  public NaiveHost(DataSource dataSource, Belief belief) {
    this.dataSource = dataSource;
    this.travel = JdbcTravel.builder(dataSource).build();
    this.belief = belief;
  }

  @Override
  public Booking sell(Function<Bookings, Booking> transition) {
    while (true) {
      Booking booking = null;
      try (Connection connection = dataSource.getConnection()) {
        connection.setAutoCommit(false);
        booking = transition.apply(travel.joining(connection).bookings());
        connection.commit();
        return booking;
      } catch (SQLException lost) {
        if (!tryAgain(booking)) {
          return belief == Belief.IT_FAILED ? null : booking;
        }
      }
    }
  }

  private boolean tryAgain(Booking booking) {
    return switch (belief) {
      case IT_FAILED_SO_RETRY -> true;
      case IT_FAILED, IT_SUCCEEDED -> false;
      case WHAT_A_PLAIN_READ_SHOWS -> !isThere(booking);
    };
  }

  private boolean isThere(Booking booking) {
    String sql = "SELECT COUNT(*) FROM travel_booking WHERE id = ? AND version = ?";
    try (Connection connection = dataSource.getConnection()) {
      return Rows.number(connection, sql, booking.id().value(), booking.version()) == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
