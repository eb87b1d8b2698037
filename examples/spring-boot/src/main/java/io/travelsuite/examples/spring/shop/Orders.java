package io.travelsuite.examples.spring.shop;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.examples.spring.Joining;
import io.travelsuite.inventory.OccurrenceId;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The shop's orders: rows of its own, each with a booking of the library's. */
@Service
public class Orders {

  private final JdbcTemplate jdbc;
  private final Joining joining;

  Orders(JdbcTemplate jdbc, Joining joining) {
    this.jdbc = jdbc;
    this.joining = joining;
  }

  /**
   * An order.
   *
   * @param number of the shop's own, once
   * @param departure which departure
   * @param guests how many
   */
  public record Order(int number, OccurrenceId departure, int guests) {}

  /**
   * Keeps an order with its booking, or neither.
   *
   * @throws io.travelsuite.RefusedException when it can't be had
   */
  @Transactional
  public BookingId place(Order order) {
    insert(order, "PLACED");
    Booking booking =
        joining
            .travel()
            .bookings()
            .hold(HoldRequest.of(order.departure(), order.guests()))
            .orElseThrow();
    jdbc.update(
        "UPDATE shop_order SET booking = ? WHERE number = ?",
        booking.id().value().toString(),
        order.number());
    return booking.id();
  }

  /** Keeps an order, with its booking when it can be had; else it waits. */
  @Transactional
  public boolean placeOrWait(Order order) {
    HoldResult result =
        joining.travel().bookings().hold(HoldRequest.of(order.departure(), order.guests()));
    if (result instanceof Held) {
      insert(order, "PLACED");
      return true;
    }
    if (result instanceof SoldOut) {
      insert(order, "WAITING"); // the refusal undid nothing: this commits
      return false;
    }
    throw new IllegalStateException("cannot be sold: " + result);
  }

  private void insert(Order order, String state) {
    jdbc.update(
        "INSERT INTO shop_order (number, guests, state) VALUES (?, ?, ?)",
        order.number(),
        order.guests(),
        state);
  }

  /** {@return how many orders are in a state} */
  public int count(String state) {
    Integer count =
        jdbc.queryForObject(
            "SELECT COUNT(*) FROM shop_order WHERE state = ?", Integer.class, state);
    return count == null ? 0 : count;
  }
}
