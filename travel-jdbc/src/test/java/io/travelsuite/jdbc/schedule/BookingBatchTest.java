package io.travelsuite.jdbc.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.BookingState;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Race;
import io.travelsuite.schedule.Batch;
import io.travelsuite.schedule.BatchResult;
import io.travelsuite.schedule.Schedules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BookingBatchTest extends TwoRunsSuite {

  private List<BookingId> bookMany(int confirmed, int held) {
    List<BookingId> ids = new ArrayList<>();
    for (int i = 0; i < confirmed; i++) {
      ids.add(operations.book(HoldRequest.of(morning, 2)).id());
    }
    for (int i = 0; i < held; i++) {
      ids.add(operations.bookings().hold(HoldRequest.of(morning, 1)).orElseThrow().id());
    }
    return ids;
  }

  @Test
  void bookings_are_cancelled_and_holds_released_each_with_its_event() {
    List<BookingId> ids = bookMany(3, 2);

    BatchResult result = operations.schedules().cancelBookings(morning, Batch.of(100));

    assertThat(result.done()).containsExactlyElementsOf(ids);
    assertThat(result.more()).isFalse();
    assertThat(ids.subList(0, 3)).allMatch(id -> state(id) == BookingState.CANCELLED);
    assertThat(ids.subList(3, 5)).allMatch(id -> state(id) == BookingState.RELEASED);
    assertThat(operations.events("booking.cancelled")).isEqualTo(3);
    assertThat(operations.events("booking.released")).isEqualTo(2);
    assertThat(taken(morning)).isZero();
    assertThat(operations.schedules().cancelBookings(morning, Batch.of(100)).done()).isEmpty();
  }

  @Test
  void a_batch_has_so_many_and_tells_the_next() {
    List<BookingId> ids = bookMany(7, 0);
    List<BookingId> done = new ArrayList<>();

    Batch batch = Batch.of(3);
    int batches = 0;
    while (batch != null) {
      BatchResult result = operations.schedules().cancelBookings(morning, batch);
      assertThat(result.done()).hasSizeLessThanOrEqualTo(3);
      done.addAll(result.done());
      batch = result.next();
      batches++;
    }

    assertThat(batches).isEqualTo(3);
    assertThat(done).containsExactlyElementsOf(ids);
  }

  @Test
  void begun_anew_after_each_batch_as_after_a_crash_nothing_is_lost_or_repeated() {
    List<BookingId> ids = bookMany(7, 3);
    List<BookingId> done = new ArrayList<>();

    BatchResult result;
    do {
      result = operations.newTravel().schedules().cancelBookings(morning, Batch.of(2));
      done.addAll(result.done());
    } while (result.more());

    assertThat(done).containsExactlyElementsOf(ids);
    assertThat(operations.events("booking.cancelled")).isEqualTo(7);
    assertThat(operations.events("booking.released")).isEqualTo(3);
  }

  @Test
  void two_workers_at_once_cancel_each_booking_once() {
    List<BookingId> ids = bookMany(25, 5);

    Set<BookingId> done = runAll(batch -> worker -> worker.cancelBookings(morning, batch));

    assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(operations.events("booking.cancelled")).isEqualTo(25);
    assertThat(operations.events("booking.released")).isEqualTo(5);
    assertThat(taken(morning)).isZero();
  }

  @Test
  void two_workers_at_once_move_each_booking_once() {
    List<BookingId> ids = bookMany(25, 5);

    Set<BookingId> done = runAll(batch -> worker -> worker.moveBookings(morning, evening, batch));

    assertThat(done).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(operations.events("booking.changed")).isEqualTo(30);
    assertThat(taken(morning)).isZero();
    assertThat(taken(evening)).isEqualTo(55);
  }

  private interface OneBatch {
    BatchResult run(Schedules worker);
  }

  private interface Work {
    OneBatch of(Batch batch);
  }

  private Set<BookingId> runAll(Work work) {
    Set<BookingId> done = new HashSet<>();
    Race.run(
            2,
            number -> {
              JdbcTravel travel = operations.newTravel();
              List<BookingId> own = new ArrayList<>();
              Batch batch = Batch.of(4);
              while (batch != null) {
                BatchResult result = work.of(batch).run(travel.schedules());
                assertThat(result.refused()).isEmpty();
                own.addAll(result.done());
                batch = result.next();
              }
              return own;
            })
        .forEach(done::addAll);
    return done;
  }

  /** Two workers who read the same booking; each books at one place, then cancels at the other. */
  @Test
  void control_two_workers_who_book_and_then_cancel_move_a_booking_twice() {
    BookingId id = bookMany(1, 0).get(0);
    List<Booking> read =
        List.of(
            operations.bookings().find(id).orElseThrow(),
            operations.bookings().find(id).orElseThrow());

    for (Booking booking : read) {
      operations.book(HoldRequest.of(evening, booking.lines().get(0).liveUnits()));
      operations.bookings().cancel(booking.id()).orElseThrow();
    }

    assertThat(taken(evening)).isEqualTo(4);
  }

  @Test
  void what_a_booking_has_elsewhere_is_left_to_it() {
    Line[] both = {Line.of(morning, 2), Line.of(evening, 1)};
    Booking confirmed = operations.book(HoldRequest.of(both));
    Booking held = operations.bookings().hold(HoldRequest.of(both)).orElseThrow();

    BatchResult result = operations.schedules().cancelBookings(morning, Batch.of(10));

    assertThat(result.done()).containsExactlyInAnyOrder(confirmed.id(), held.id());
    assertThat(state(confirmed.id())).isEqualTo(BookingState.CONFIRMED);
    assertThat(state(held.id())).isEqualTo(BookingState.HELD);
    assertThat(taken(morning)).isZero();
    assertThat(taken(evening)).isEqualTo(2);
    assertThat(operations.schedules().cancelBookings(morning, Batch.of(10)).done()).isEmpty();
  }

  @Test
  void a_unit_that_was_used_stays_and_the_others_are_cancelled() {
    Booking booking = operations.book(HoldRequest.of(morning, 3));
    operations.bookings().redeem(booking.id(), UnitSelection.of(0, 1)).orElseThrow();

    BatchResult result = operations.schedules().cancelBookings(morning, Batch.of(10));

    assertThat(result.done()).containsExactly(booking.id());
    assertThat(state(booking.id())).isEqualTo(BookingState.REDEEMED);
    assertThat(taken(morning)).isEqualTo(1);
  }
}
