package io.travelsuite.jdbc.seat;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Race;
import io.travelsuite.seat.Seat;
import io.travelsuite.seat.SeatMap;
import io.travelsuite.seat.SeatWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A concert goes on sale: 5,400 seats in 27 sections, 512 callers, parties of one to four. */
class ConcertTest {

  private static final int SECTIONS = 27;
  private static final int ROWS = 10;
  private static final int SEATS = 20;
  private static final int CALLERS = 512;

  private static Fixture fixture;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static SeatMap arena() {
    List<Seat> seats = new ArrayList<>();
    for (int section = 1; section <= SECTIONS; section++) {
      for (int row = 1; row <= ROWS; row++) {
        for (int seat = 1; seat <= SEATS; seat++) {
          String label = section + "-" + row + "-" + seat;
          seats.add(Seat.of(label, "" + row, seat).zone("" + section));
        }
      }
    }
    return new SeatMap(seats);
  }

  /** 30 % ask for one, 44 % for two, 11 % for three and 15 % for four; more than there are. */
  private static Queue<Integer> orders() {
    Random random = new Random(5_400);
    Queue<Integer> orders = new ConcurrentLinkedQueue<>();
    for (int i = 0; i < 3_200; i++) {
      int percent = random.nextInt(100);
      orders.add(percent < 30 ? 1 : percent < 74 ? 2 : percent < 85 ? 3 : 4);
    }
    return orders;
  }

  private record Order(int size, HoldResult result) {}

  @Test
  void every_seat_is_sold_once_and_parties_sit_together() {
    SeatMap arena = arena();
    OccurrenceId concert = fixture.open(fixture.request().pool(Pool.ofSeats("seats", arena)));
    Bookings bookings = fixture.newTravel(8).bookings();
    Queue<Integer> orders = orders();
    Queue<Order> answered = new ConcurrentLinkedQueue<>();

    long began = System.nanoTime();
    Race.run(
        CALLERS,
        number -> {
          for (Integer size = orders.poll(); size != null; size = orders.poll()) {
            Line line = Line.of(concert, size).seats(SeatWish.bestAvailable());
            answered.add(new Order(size, bookings.hold(HoldRequest.of(line))));
          }
          return answered.size();
        });
    double seconds = (System.nanoTime() - began) / 1e9;

    assertSold(arena, List.copyOf(answered));
    fixture.assertNoDrift(concert);
    double together = together(arena, List.copyOf(answered));
    assertThat(together).as("parties of two to four side by side").isGreaterThanOrEqualTo(0.9);
    System.out.printf(
        "concert: %d orders of %d callers in %.2f s, %.0f a second; %.1f %% side by side%n",
        answered.size(), CALLERS, seconds, answered.size() / seconds, 100 * together);
  }

  private static void assertSold(SeatMap arena, List<Order> orders) {
    List<String> sold = new ArrayList<>();
    for (Order order : orders) {
      if (order.result() instanceof Held held) {
        sold.addAll(held.booking().lines().get(0).seats());
      } else {
        assertThat(order.result())
            .isInstanceOfSatisfying(
                SoldOut.class, full -> assertThat(full.available()).isLessThan(order.size()));
      }
    }
    assertThat(sold).hasSize(SECTIONS * ROWS * SEATS).doesNotHaveDuplicates();
    assertThat(sold).containsExactlyInAnyOrderElementsOf(arena.labels());
  }

  private static double together(SeatMap arena, List<Order> orders) {
    Map<String, Seat> byLabel =
        arena.seats().stream().collect(Collectors.toMap(Seat::label, Function.identity()));
    int parties = 0;
    int together = 0;
    for (Order order : orders) {
      if (order.size() > 1 && order.result() instanceof Held held) {
        parties++;
        List<Seat> seats =
            held.booking().lines().get(0).seats().stream().map(byLabel::get).toList();
        together += sideBySide(seats) ? 1 : 0;
      }
    }
    return (double) together / parties;
  }

  private static boolean sideBySide(List<Seat> seats) {
    for (int i = 1; i < seats.size(); i++) {
      if (!seats.get(i).isNeighbourOf(seats.get(i - 1))) {
        return false;
      }
    }
    return true;
  }
}
