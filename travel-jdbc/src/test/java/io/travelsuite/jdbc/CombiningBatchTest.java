package io.travelsuite.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.StorageException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingResult;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Confirmation;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.KeyConflict;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.SoldOut;
import io.travelsuite.booking.Success;
import io.travelsuite.inventory.OccurrenceId;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that are known to be decided in one batch, because they queue behind one that waits. */
class CombiningBatchTest {

  private static final int PLENTY = 1_000;
  private static final int TIGHT = 11;

  /** So many calls make a departure worth a batch of its own, which waits. */
  private static final int HOT = 8;

  private static Fixture fixture;

  /** One leader may wait, one may not. */
  private static JdbcTravel travel;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    fixture
        .rows()
        .update("ALTER TABLE travel_booking ADD CONSTRAINT own CHECK (booking_key <> 'refused')");
    travel =
        JdbcTravel.builder(fixture.schema().dataSource(4))
            .combining(new Combining(2, 256, 1_000, Duration.ofMinutes(1)))
            .build();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static HoldResult hold(HoldRequest request) {
    return travel.bookings().hold(request);
  }

  /** Somebody's transaction that has the counter of a departure. */
  static Connection lock(Fixture fixture, OccurrenceId departure) throws SQLException {
    Connection connection = fixture.connect();
    connection.setAutoCommit(false);
    Rows.texts(
        connection,
        "SELECT taken FROM travel_counter WHERE occurrence_id = ? AND pool = 'seats' AND leg = 0"
            + " FOR UPDATE",
        departure.value());
    return connection;
  }

  /** The same with more behind them, so that the departure is hot. */
  private static Callers<HoldResult> inOneHotBatch(
      OccurrenceId departure, List<HoldRequest> requests) throws SQLException {
    List<HoldRequest> more = new ArrayList<>(requests);
    more.addAll(Collections.nCopies(HOT, HoldRequest.of(departure, 1)));
    return inOneBatch(departure, more);
  }

  /** Calls at one departure, decided in one batch in this order. */
  private static Callers<HoldResult> inOneBatch(OccurrenceId departure, List<HoldRequest> requests)
      throws SQLException {
    Callers<HoldResult> opener = new Callers<>();
    Callers<HoldResult> callers = new Callers<>();
    try (Connection host = lock(fixture, departure)) {
      opener.call(() -> hold(HoldRequest.of(departure, 1)));
      fixture.lockWaits().await(1);
      requests.forEach(request -> callers.queue(() -> hold(request)));
      host.rollback();
    }
    assertThat(opener.answers()).hasOnlyElementsOfType(Held.class);
    return callers;
  }

  @ParameterizedTest
  @ValueSource(ints = {PLENTY, TIGHT - 1})
  void equal_keys_in_one_batch_are_one_booking_and_another_request_is_a_conflict(int units)
      throws SQLException {
    OccurrenceId departure = fixture.open(units);
    HoldRequest request = HoldRequest.of(departure, 2).key("same-" + units);
    HoldRequest other = HoldRequest.of(departure, 3).key("same-" + units);

    List<HoldResult> answers =
        inOneHotBatch(departure, List.of(request, request, other, request)).answers();

    Booking booking = answers.get(0).orElseThrow();
    assertThat(answers)
        .startsWith(
            new Held(booking, false),
            new Held(booking, true),
            new KeyConflict(booking.id()),
            new Held(booking, true));
    assertThat(fixture.taken(departure)).isEqualTo(Math.min(units, 1 + 2 + HOT));
    fixture.assertNoDrift(departure);
  }

  @Test
  void a_batch_is_decided_in_order_of_arrival() throws SQLException {
    OccurrenceId departure = fixture.open(6);
    List<HoldRequest> requests =
        Stream.of(2, 4, 2, 1, 1).map(units -> HoldRequest.of(departure, units)).toList();

    List<HoldResult> answers = inOneBatch(departure, requests).answers();

    assertThat(answers.stream().map(Held.class::isInstance))
        .containsExactly(true, false, true, true, false);
    assertThat(fixture.taken(departure)).isEqualTo(6);
    fixture.assertNoDrift(departure);
  }

  @ParameterizedTest
  @ValueSource(ints = {PLENTY, TIGHT})
  void what_the_database_refuses_fails_alone(int units) throws SQLException {
    OccurrenceId departure = fixture.open(units);
    HoldRequest good = HoldRequest.of(departure, 1);

    Callers<HoldResult> callers =
        inOneHotBatch(departure, List.of(good, good.key("refused"), good.key("fine-" + units)));

    assertFailedAlone(callers, 1, StorageException.class);
    assertThat(fixture.taken(departure)).isEqualTo(Math.min(units, 1 + 2 + HOT));
    fixture.assertNoDrift(departure);
  }

  private static <T extends BookingResult> void assertFailedAlone(
      Callers<T> callers, int bad, Class<? extends Exception> type) {
    for (int i = 0; i < callers.size(); i++) {
      Callers.Caller<T> caller = callers.get(i);
      if (i == bad) {
        assertThatThrownBy(caller::answer).isInstanceOf(type);
      } else {
        assertThat(caller.answer()).isInstanceOf(Success.class);
      }
    }
  }

  @Test
  void a_key_that_was_held_gets_its_booking_where_all_is_sold() throws SQLException {
    OccurrenceId departure = fixture.open(3);
    HoldRequest kept = HoldRequest.of(departure, 2).key("kept");
    Booking booking = hold(kept).orElseThrow();
    HoldRequest late = HoldRequest.of(departure, 1);

    List<HoldResult> answers = inOneBatch(departure, List.of(late, kept, late)).answers();

    assertThat(answers.get(1)).isEqualTo(new Held(booking, true));
    assertThat(List.of(answers.get(0), answers.get(2))).hasOnlyElementsOfType(SoldOut.class);
    assertThat(hold(kept)).isEqualTo(new Held(booking, true));
    assertThat(hold(late)).isInstanceOf(SoldOut.class);
  }

  /** Calls about this and that, in one batch that does not wait. */
  private static Callers<BookingResult> inOneMixedBatch(List<HoldOrChange> calls)
      throws SQLException {
    OccurrenceId locked = fixture.open(10);
    List<OccurrenceId> others = fixture.openMany(2, 10);
    Callers<BookingResult> openers = new Callers<>();
    Callers<BookingResult> callers = new Callers<>();
    String key = "open-" + locked.value();
    try (Connection first = lock(fixture, locked);
        Connection second = fixture.connect()) {
      openers.call(() -> hold(HoldRequest.of(locked, 1)));
      fixture.lockWaits().await(1);
      second.setAutoCommit(false);
      fixture
          .travel()
          .joining(second)
          .bookings()
          .hold(HoldRequest.of(others.get(0), 1).key(key))
          .orElseThrow();
      openers.call(() -> hold(HoldRequest.of(others.get(1), 1).key(key)));
      fixture.lockWaits().await(2);
      calls.forEach(call -> callers.queue(call::answer));
      second.rollback(); // lets the leader go on that does not wait for counters
      callers.awaitAll();
      first.rollback();
    }
    assertThat(openers.answers()).hasOnlyElementsOfType(Held.class);
    return callers;
  }

  /** A call. */
  private interface HoldOrChange {
    BookingResult answer();
  }

  @Test
  void a_malformed_request_fails_alone_in_a_batch_of_many_kinds() throws SQLException {
    OccurrenceId departure = fixture.open(TIGHT);
    Booking one = hold(HoldRequest.of(departure, 1)).orElseThrow();
    Booking two = hold(HoldRequest.of(departure, 1)).orElseThrow();
    var bookings = travel.bookings();

    Callers<BookingResult> callers =
        inOneMixedBatch(
            List.of(
                () -> hold(HoldRequest.of(departure, 1)),
                () -> bookings.change(one.id(), Change.line(99, Line.of(departure, 1))),
                () -> bookings.change(two.id(), Change.add(Line.of(departure, 2))),
                () -> bookings.confirm(one.id(), Confirmation.of("paid-1"))));

    assertFailedAlone(callers, 1, InvalidRequestException.class);
    assertThat(fixture.taken(departure)).isEqualTo(5);
    fixture.assertNoDrift(departure);
  }

  @Test
  void what_the_database_refuses_fails_alone_in_a_batch_of_many_departures() throws SQLException {
    List<OccurrenceId> departures = fixture.openMany(4, TIGHT);
    List<HoldOrChange> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      HoldRequest request = HoldRequest.of(departures.get(i), 1);
      calls.add(() -> hold(request));
    }
    calls.add(2, () -> hold(HoldRequest.of(departures.get(2), 1).key("refused")));

    Callers<BookingResult> callers = inOneMixedBatch(calls);

    assertFailedAlone(callers, 2, StorageException.class);
    assertThat(departures).allMatch(departure -> fixture.taken(departure) == 1);
    departures.forEach(fixture::assertNoDrift);
  }
}
