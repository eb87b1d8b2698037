package io.travelsuite.jdbc.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.Inventory;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.ResizeResult;
import io.travelsuite.inventory.ResizeResult.BelowTaken;
import io.travelsuite.inventory.ResizeResult.Resized;
import io.travelsuite.inventory.SaleResult;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.jdbc.TestClock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ResizeTest {

  private static Fixture fixture;
  private static Inventory inventory;
  private static Bookings bookings;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    inventory = fixture.travel().inventory();
    bookings = fixture.travel().bookings();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static ResizeResult resize(OccurrenceId departure, int units) {
    return inventory.resize(departure, Fixture.POOL, Capacity.of(units));
  }

  private static ResizeResult shrink(OccurrenceId departure, int units) {
    return inventory.shrink(departure, Fixture.POOL, Capacity.of(units));
  }

  private static BookingId sell(OccurrenceId departure, int units) {
    BookingId id = bookings.hold(HoldRequest.of(departure, units)).orElseThrow().id();
    return bookings.confirm(id, "paid").orElseThrow().id();
  }

  private static int available(OccurrenceId departure) {
    return inventory.availability(departure).orElseThrow().available(Fixture.POOL);
  }

  private static long overhang(OccurrenceId departure) {
    String sql = "SELECT overhang FROM travel_counter WHERE occurrence_id = ?";
    return fixture.rows().number(sql, departure.value());
  }

  @Test
  void below_what_is_taken_is_refused_and_changes_nothing() {
    OccurrenceId departure = fixture.open(10);
    sell(departure, 6);

    assertThat(resize(departure, 5)).isEqualTo(new BelowTaken(6));
    assertThat(available(departure)).isEqualTo(4);
    assertThat(resize(departure, 6)).isEqualTo(new Resized(Capacity.of(6), 0));
    assertThat(available(departure)).isZero();
    assertThat(resize(departure, 20)).isEqualTo(new Resized(Capacity.of(20), 0));
    assertThat(available(departure)).isEqualTo(14);
    fixture.assertNoDrift(departure);
  }

  @Test
  void the_fullest_leg_decides() {
    OccurrenceId coach =
        fixture.open(
            fixture
                .request()
                .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20))
                .pool(Fixture.POOL, 10));
    bookings.hold(HoldRequest.of(Line.of(coach, 7).between("B", "C"))).orElseThrow();

    assertThat(resize(coach, 6)).isEqualTo(new BelowTaken(7));
    assertThat(shrink(coach, 4)).isEqualTo(new Resized(Capacity.of(4), 3));
    fixture.assertNoDrift(coach);
  }

  @Test
  void sellable_may_be_above_physical_and_decides() {
    OccurrenceId departure = fixture.open(10);

    inventory.resize(departure, Fixture.POOL, new Capacity(10, 12));

    assertThat(bookings.hold(HoldRequest.of(departure, 12))).isInstanceOf(Held.class);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(SoldOut.class);
  }

  @Test
  void expired_holds_do_not_stand_in_the_way() {
    TestClock clock = TestClock.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    OccurrenceId departure = fixture.open(10);
    travel.bookings().hold(HoldRequest.of(departure, 8)).orElseThrow();

    assertThat(travel.inventory().resize(departure, Fixture.POOL, Capacity.of(2)))
        .isEqualTo(new BelowTaken(8));
    clock.advance(Duration.ofMinutes(15));
    assertThat(travel.inventory().resize(departure, Fixture.POOL, Capacity.of(2)))
        .isEqualTo(new Resized(Capacity.of(2), 0));
    assertThat(fixture.taken(departure)).isZero();
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_pool_or_an_occurrence_that_is_not_there_is_answered() {
    OccurrenceId departure = fixture.open(10);
    OccurrenceId nowhere = new OccurrenceId(UUID.randomUUID());

    assertThat(inventory.resize(departure, "berths", Capacity.of(1)))
        .isEqualTo(new ResizeResult.NoSuchPool("berths"));
    assertThat(resize(nowhere, 1)).isEqualTo(new SaleResult.NoSuchOccurrence(nowhere));
  }

  @Test
  void what_comes_back_after_a_shrink_is_not_sold_again_before_the_overhang_is_gone() {
    OccurrenceId departure = fixture.open(10);
    BookingId id = sell(departure, 10);

    assertThat(shrink(departure, 6)).isEqualTo(new Resized(Capacity.of(6), 4));
    bookings.cancel(id, UnitSelection.of(0, 0, 1, 2)).orElseThrow();
    assertThat(overhang(departure)).isEqualTo(1);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(SoldOut.class);

    bookings.cancel(id, UnitSelection.of(0, 3, 4)).orElseThrow();
    assertThat(overhang(departure)).isZero();
    assertThat(bookings.hold(HoldRequest.of(departure, 2))).isInstanceOf(SoldOut.class);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    assertThat(bookings.hold(HoldRequest.of(departure, 1))).isInstanceOf(SoldOut.class);
    fixture.assertNoDrift(departure);
  }

  /** The constraint alone does not see it: taken stays within sellable and a stale overhang. */
  @Test
  void control_an_overhang_that_does_not_fall_lets_what_came_back_be_sold_again() {
    OccurrenceId departure = fixture.open(10);
    sell(departure, 10);
    shrink(departure, 6);
    String giveBack = "UPDATE travel_counter SET taken = taken - 3 WHERE occurrence_id = ?";
    fixture.rows().update(giveBack, departure.value());

    String sell =
        """
        UPDATE travel_counter SET taken = taken + 3
        WHERE occurrence_id = ? AND taken + 3 <= sellable + overhang
        """;
    assertThat(fixture.rows().update(sell, departure.value())).isEqualTo(1);
    assertThat(fixture.taken(departure)).isEqualTo(10);
  }

  @Test
  void racing_with_holds_and_cancels_it_never_ends_with_more_taken_than_may_be() {
    OccurrenceId departure = fixture.open(40);
    List<JdbcTravel> instances = List.of(fixture.newTravel(8), fixture.newDirectTravel(8));

    List<Integer> answers =
        Race.run(
            24,
            number -> {
              JdbcTravel travel = instances.get(number % 2);
              return number % 4 == 3
                  ? resizes(travel, departure, number)
                  : holdsAndCancels(travel, departure);
            });

    assertThat(answers).hasSize(24);
    assertThat(
            fixture
                .rows()
                .number(
                    "SELECT COUNT(*) FROM travel_counter WHERE taken > sellable + overhang"
                        + " OR overhang <> GREATEST(0, taken - sellable)"))
        .isZero();
    fixture.assertNoDrift(departure);
  }

  /** A resize that was carried out left nothing above it. */
  private static int resizes(JdbcTravel travel, OccurrenceId departure, int number) {
    int resized = 0;
    for (int i = 0; i < 6; i++) {
      Capacity capacity = Capacity.of(10 + (number * 7 + i * 13) % 40);
      ResizeResult result = travel.inventory().resize(departure, Fixture.POOL, capacity);
      if (result instanceof Resized done) {
        assertThat(done.overhang()).isZero();
        resized++;
      } else {
        assertThat(((BelowTaken) result).taken()).isGreaterThan(capacity.sellable());
      }
      if (number == 23 && i % 2 == 0) {
        travel.inventory().shrink(departure, Fixture.POOL, Capacity.of(15));
      }
    }
    return resized;
  }

  private static int holdsAndCancels(JdbcTravel travel, OccurrenceId departure) {
    int held = 0;
    for (int i = 0; i < 6; i++) {
      if (travel.bookings().hold(HoldRequest.of(departure, 3)) instanceof Held hold) {
        held++;
        BookingId id = hold.booking().id();
        travel.bookings().confirm(id, "paid").orElseThrow();
        travel.bookings().cancel(id, UnitSelection.of(0, i % 3)).orElseThrow();
      }
    }
    return held;
  }

  @Test
  void control_a_resize_that_reads_what_is_taken_without_a_lock_ends_below_it()
      throws InterruptedException {
    fixture.rows().update("CREATE TABLE control_counter (sellable INT, taken INT)");
    fixture.rows().update("INSERT INTO control_counter VALUES (10, 4)");
    CountDownLatch bothHaveRead = new CountDownLatch(2);

    Race.run(
        2,
        number -> {
          String column = number == 0 ? "taken" : "sellable - taken";
          long seen = fixture.rows().number("SELECT " + column + " FROM control_counter");
          bothHaveRead.countDown();
          bothHaveRead.await(20, TimeUnit.SECONDS);
          return number == 0
              ? fixture.rows().update("UPDATE control_counter SET sellable = ?", seen)
              : fixture.rows().update("UPDATE control_counter SET taken = taken + ?", seen);
        });

    assertThat(fixture.rows().number("SELECT taken - sellable FROM control_counter")).isPositive();
  }
}
