package io.travelsuite.jdbc.lock;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.Travel;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Busy;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.UnitSelection;
import io.travelsuite.inventory.Capacity;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.Rows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a host's open transaction keeps locked: the rows of what it booked, and nothing in between.
 * Tables are small here, where a server would rather scan than look up keys.
 */
class ExactLocksTest {

  private static Fixture fixture;
  private static OccurrenceId coach;
  private static OccurrenceId other;
  private static OccurrenceId night;
  private static List<OccurrenceId> stay;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    coach = newCoach();
    other = newCoach();
    night = fixture.openWithSeats("1A", "1B");
    stay = fixture.openMany(20, 10);
    Bookings bookings = fixture.travel().bookings();
    bookings.hold(HoldRequest.of(Line.of(coach, 1).seats("1A")).key("b")).orElseThrow();
    bookings.hold(HoldRequest.of(Line.of(other, 1).seats("1C")).key("d")).orElseThrow();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static OccurrenceId newCoach() {
    return fixture.open(
        fixture
            .request()
            .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20))
            .pool(Pool.ofSeats(Fixture.POOL, List.of("1A", "1B", "1C", "1D", "1E", "1F"))));
  }

  /** A call in a host's transaction, about a hold on both coaches. */
  private interface Call {
    void run(Travel joined, BookingId hold);
  }

  /** Calls that answer yes, each named. */
  private record Case(String name, Call call) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> calls() {
    return Stream.of(
        new Case("hold", (t, id) -> t.bookings().hold(HoldRequest.of(coach, 1)).orElseThrow()),
        new Case("hold under a key", (t, id) -> holdUnderKey(t)),
        new Case("hold seats", (t, id) -> holdSeats(t)),
        new Case("hold and release one counter", (t, id) -> holdOneCounter(t)),
        new Case("confirm a stay", (t, id) -> confirmStay(t)),
        new Case("release a stay", (t, id) -> releaseStay(t)),
        new Case("confirm", (t, id) -> t.bookings().confirm(id, "paid").orElseThrow()),
        new Case("extend", (t, id) -> t.bookings().extend(id, Duration.ofHours(1)).orElseThrow()),
        new Case("release", (t, id) -> t.bookings().release(id).orElseThrow()),
        new Case("change", (t, id) -> change(t, id)),
        new Case("cancel a unit", (t, id) -> cancelOne(t, id)),
        new Case("cancel", (t, id) -> cancel(t, id)),
        new Case("redeem", (t, id) -> redeem(t, id)),
        new Case("resize", (t, id) -> resize(t)),
        new Case("close", (t, id) -> t.inventory().close(coach)),
        new Case("open", (t, id) -> t.inventory().open(fixture.request().pool("p", 1))),
        new Case("availability", (t, id) -> t.inventory().availability(coach)));
  }

  private static void holdUnderKey(Travel joined) {
    joined.bookings().hold(HoldRequest.of(coach, 1).key("c")).orElseThrow();
  }

  private static void holdSeats(Travel joined) {
    joined.bookings().hold(HoldRequest.of(Line.of(coach, 1).seats("1E"))).orElseThrow();
  }

  /** A list of one key is where MariaDB would scan. */
  private static void holdOneCounter(Travel joined) {
    Line line = Line.of(night, 1).seats("1A");
    BookingId id = joined.bookings().hold(HoldRequest.of(line)).orElseThrow().id();
    joined.bookings().release(id).orElseThrow();
  }

  /** Most rows of the list of holds, which a server would rather scan, are this booking's. */
  private static BookingId holdStay() {
    List<Line> lines = stay.stream().map(one -> Line.of(one, 1)).toList();
    return fixture.travel().bookings().hold(HoldRequest.of(lines)).orElseThrow().id();
  }

  private static void confirmStay(Travel joined) {
    joined.bookings().confirm(holdStay(), "paid").orElseThrow();
  }

  private static void releaseStay(Travel joined) {
    joined.bookings().release(holdStay()).orElseThrow();
  }

  private static void change(Travel joined, BookingId id) {
    joined.bookings().change(id, Change.line(0, Line.of(coach, 1).seats("1D"))).orElseThrow();
  }

  private static void cancelOne(Travel joined, BookingId id) {
    joined.bookings().confirm(id, "paid").orElseThrow();
    joined.bookings().cancel(id, UnitSelection.of(0, 0)).orElseThrow();
  }

  private static void cancel(Travel joined, BookingId id) {
    joined.bookings().confirm(id, "paid").orElseThrow();
    joined.bookings().cancel(id).orElseThrow();
  }

  private static void redeem(Travel joined, BookingId id) {
    joined.bookings().confirm(id, "paid").orElseThrow();
    joined.bookings().redeem(id, UnitSelection.of(0, 0)).orElseThrow();
  }

  private static void resize(Travel joined) {
    joined.inventory().resize(coach, Fixture.POOL, Capacity.of(5));
    joined.inventory().shrink(coach, Fixture.POOL, Capacity.of(2));
  }

  private static BookingId holdOnBoth() {
    HoldRequest request =
        HoldRequest.of(
            Line.of(coach, 1).seats("1B"), Line.of(other, 1).over(new LegRange(0, 1)).seats("1B"));
    return fixture.travel().bookings().hold(request).orElseThrow().id();
  }

  @ParameterizedTest
  @MethodSource("calls")
  void at_repeatable_read_a_call_locks_rows_by_their_exact_keys_only(Case one) throws SQLException {
    BookingId id = holdOnBoth();
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      Rows.number(host, "SELECT COUNT(*) FROM travel_counter");

      one.call().run(fixture.travel().joining(host), id);
      List<String> gaps = RecordLocks.ofGaps(fixture);
      host.rollback();

      fixture.travel().bookings().release(id);
      assertThat(gaps).isEmpty();
    }
  }

  @Test
  void at_read_committed_not_even_a_call_that_found_nothing_locks_a_gap() throws SQLException {
    try (Connection host = fixture.connect()) {
      host.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      host.setAutoCommit(false);
      Travel joined = fixture.travel().joining(host);

      joined.bookings().cancel(new BookingId(UUID.randomUUID()));
      joined.bookings().hold(HoldRequest.of(coach, 100).key("c"));
      joined.bookings().hold(HoldRequest.of(coach, 100).id(new BookingId(UUID.randomUUID())));
      joined.bookings().hold(HoldRequest.of(Line.of(coach, 2).seats("1A", "1E")));
      joined.bookings().hold(HoldRequest.of(new OccurrenceId(UUID.randomUUID()), 1));

      assertThat(RecordLocks.of(fixture)).isNotEmpty();
      assertThat(RecordLocks.ofGaps(fixture)).isEmpty();
      host.rollback();
    }
  }

  @Test
  void strangers_open_hold_and_change_what_is_not_booked_in_an_open_transaction()
      throws SQLException {
    BookingId mine = holdOnBoth();
    Booking theirs =
        fixture.travel().bookings().hold(HoldRequest.of(other, 1).key("e")).orElseThrow();
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      Travel joined = fixture.travel().joining(host);
      holdUnderKey(joined);
      holdSeats(joined);
      joined.bookings().confirm(mine, "paid").orElseThrow();

      aStrangersDay(stranger(), theirs.id());

      host.rollback();
    }
    fixture.travel().bookings().release(mine);
    fixture.assertNoDrift();
  }

  /** Gives up at the first lock that it would have to wait for. */
  private static JdbcTravel stranger() {
    String impatient = "sessionVariables=innodb_lock_wait_timeout=1";
    return JdbcTravel.builder(fixture.schema().dataSource(1, impatient))
        .retryFor(Duration.ZERO)
        .build();
  }

  private static void aStrangersDay(Travel stranger, BookingId hold) {
    OccurrenceId opened =
        stranger.inventory().open(fixture.request().pool(Fixture.POOL, 5)).orElseThrow().id();
    Bookings bookings = stranger.bookings();
    for (String key : List.of("a", "bb", "cc", "dd", "zz")) {
      bookings.hold(HoldRequest.of(opened, 1).key(key)).orElseThrow();
    }
    stranger.inventory().resize(opened, Fixture.POOL, Capacity.of(9));
    Change change = Change.line(0, Line.of(opened, 1));
    bookings.confirm(hold, "paid").orElseThrow();
    bookings.change(hold, change).orElseThrow();
    bookings.cancel(hold).orElseThrow();
    BookingId released = bookings.hold(HoldRequest.of(opened, 1)).orElseThrow().id();
    bookings.extend(released, Duration.ofHours(1)).orElseThrow();
    bookings.release(released).orElseThrow();
    bookings.sweepExpired(100);
  }

  /** The same keys as the library's, with neither server told which index to use. */
  @Test
  void control_a_delete_that_leaves_the_choice_to_the_server_locks_the_whole_table()
      throws SQLException {
    BookingId id = holdStay();
    fixture.rows().texts("ANALYZE TABLE travel_hold");
    List<String> keys =
        fixture
            .rows()
            .texts(
                """
                SELECT CONCAT("(X'", HEX(occurrence_id), "','", expires_at, "',X'", HEX(booking_id),
                  "')") FROM travel_hold
                """);
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      String delete = "DELETE FROM travel_hold WHERE (occurrence_id, expires_at, booking_id) IN (";

      assertThat(Rows.update(host, delete + String.join(",", keys) + ")")).isEqualTo(keys.size());

      assertThat(RecordLocks.ofGaps(fixture)).isNotEmpty();
      host.rollback();
    }
    fixture.travel().bookings().release(id);
  }

  @Test
  void control_a_range_locked_keeps_strangers_from_booking_elsewhere() throws SQLException {
    OccurrenceId elsewhere = fixture.open(5);
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      String range = "SELECT COUNT(*) FROM travel_booking WHERE operator_id = ? FOR UPDATE";
      Rows.number(host, range, fixture.operator().id().value());

      assertThat(RecordLocks.ofGaps(fixture)).isNotEmpty();
      assertThat(stranger().bookings().hold(HoldRequest.of(elsewhere, 1))).isInstanceOf(Busy.class);
      host.rollback();
    }
  }
}
