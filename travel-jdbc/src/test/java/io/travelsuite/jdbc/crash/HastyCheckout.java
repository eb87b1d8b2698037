package io.travelsuite.jdbc.crash;

import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** The twin: tells the customer first and commits then. */
public final class HastyCheckout implements Checkout {

  private final DataSource dataSource;
  private final JdbcTravel travel;

  /** On a database of one server, or on one node. */
  public HastyCheckout(DataSource dataSource) {
    this.dataSource = dataSource;
    this.travel = JdbcTravel.builder(dataSource).build();
  }

  @Override
  public void run(HoldRequest request, Consumer<Booking> customer) {
    step(bookings -> bookings.hold(request).orElseThrow(), customer)
        .ifPresent(
            held -> step(bookings -> bookings.confirm(held.id(), "paid").orElseThrow(), customer));
  }

  /** Empty when the commit failed, of which nobody hears: the customer has an answer. */
  private Optional<Booking> step(
      Function<Bookings, Booking> transition, Consumer<Booking> customer) {
    boolean told = false;
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      Booking booking = transition.apply(travel.joining(connection).bookings());
      customer.accept(booking);
      told = true;
      connection.commit();
      return Optional.of(booking);
    } catch (SQLException e) {
      if (told) {
        return Optional.empty();
      }
      throw new StorageException("nothing was told", true, e);
    }
  }
}
