package io.travelsuite.jdbc.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.BookingId;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.integrity.Drift;
import io.travelsuite.integrity.Drift.CounterDrift;
import io.travelsuite.integrity.Drift.HoldDrift;
import io.travelsuite.integrity.Drift.OverhangDrift;
import io.travelsuite.integrity.Drift.SeatDrift;
import io.travelsuite.integrity.Drift.SeatSoldTwice;
import io.travelsuite.integrity.Integrity;
import io.travelsuite.integrity.RepairReport;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drift planted in the tables by hand, one kind at a time. */
class DriftTest {

  private static final BookingId NOBODY = new BookingId(new UUID(7, 7));

  private static Fixture fixture;
  private static Integrity integrity;

  private OccurrenceId coach;
  private BookingId held;
  private BookingId sold;
  private SortedMap<String, List<String>> before;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    integrity = fixture.travel().integrity();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void sell() {
    coach =
        fixture.open(
            fixture
                .request()
                .stops(Stop.of("A", 0), Stop.of("B", 10), Stop.of("C", 20))
                .pool(Pool.ofSeats("seats", List.of("1A", "1B", "1C", "1D"))));
    Bookings bookings = fixture.travel().bookings();
    held = bookings.hold(HoldRequest.of(Line.of(coach, 1).seats("1A"))).orElseThrow().id();
    sold = bookings.hold(HoldRequest.of(Line.of(coach, 2).between("A", "B"))).orElseThrow().id();
    bookings.confirm(sold, "paid").orElseThrow();
    assertThat(integrity.verify()).isEmpty();
    before = TableDump.of(fixture);
  }

  @AfterEach
  void clean() {
    for (String table : List.of("counter", "seat", "hold", "line", "occurrence")) {
      String column = table.equals("occurrence") ? "id" : "occurrence_id";
      plant("DELETE FROM travel_" + table + " WHERE " + column + " = ?", coach.value());
    }
  }

  private static void plant(String sql, Object... parameters) {
    fixture.rows().update(sql, parameters);
  }

  private void assertFoundAndMended(Drift... drift) {
    assertThat(integrity.verify()).containsExactlyInAnyOrder(drift);
    assertThat(integrity.verify(coach)).containsExactlyInAnyOrder(drift);

    RepairReport report = integrity.repair(List.of(drift));

    assertThat(report.repaired()).containsExactlyInAnyOrder(drift);
    assertThat(report.gone()).isEmpty();
    assertThat(report.left()).isEmpty();
    assertThat(integrity.verify()).isEmpty();
    assertThat(TableDump.of(fixture)).isEqualTo(before);
    assertThat(integrity.repair(List.of(drift)).gone()).containsExactlyInAnyOrder(drift);
    assertThat(TableDump.of(fixture)).isEqualTo(before);
  }

  private void assertFoundAndLeft(Drift... drift) {
    Integrity afresh = JdbcTravel.builder(fixture.dataSource()).build().integrity();
    assertThat(afresh.verify()).containsExactlyInAnyOrder(drift);
    SortedMap<String, List<String>> planted = TableDump.of(fixture);

    assertThat(afresh.repair(List.of(drift)).left()).containsExactlyInAnyOrder(drift);

    assertThat(TableDump.of(fixture)).isEqualTo(planted);
  }

  @Test
  void a_counter_above_its_bookings_is_mended() {
    plant("UPDATE travel_counter SET taken = 4 WHERE occurrence_id = ? AND leg = 0", coach.value());
    assertFoundAndMended(new CounterDrift(coach, "seats", 0, 4, 3));
  }

  @Test
  void a_counter_below_its_bookings_is_mended() {
    plant("UPDATE travel_counter SET taken = 0 WHERE occurrence_id = ? AND leg = 1", coach.value());
    assertFoundAndMended(new CounterDrift(coach, "seats", 1, 0, 1));
  }

  @Test
  void a_counter_whose_capacity_was_cut_behind_the_librarys_back_is_mended_to_its_overhang() {
    String cut =
        "UPDATE travel_counter SET sellable = 1, taken = 0 WHERE occurrence_id = ? AND leg = 0";
    plant(cut, coach.value());
    CounterDrift drift = new CounterDrift(coach, "seats", 0, 0, 3);
    assertThat(integrity.verify()).containsExactly(drift);

    assertThat(integrity.repair(List.of(drift)).repaired()).containsExactly(drift);

    String overhang = "SELECT overhang FROM travel_counter WHERE occurrence_id = ? AND leg = 0";
    assertThat(fixture.rows().number(overhang, coach.value())).isEqualTo(2);
    assertThat(integrity.verify()).isEmpty();
  }

  @Test
  void an_overhang_that_nothing_hangs_over_is_mended() {
    plant("UPDATE travel_counter SET overhang = 2 WHERE occurrence_id = ?", coach.value());
    assertFoundAndMended(
        new OverhangDrift(coach, "seats", 0, 2, 0), new OverhangDrift(coach, "seats", 1, 2, 0));
  }

  @Test
  void a_counter_that_is_missing_is_left() {
    plant("DELETE FROM travel_counter WHERE occurrence_id = ? AND leg = 1", coach.value());
    assertFoundAndLeft(new CounterDrift(coach, "seats", 1, -1, 1));
  }

  @Test
  void a_seats_claim_that_is_missing_is_mended() {
    plant("DELETE FROM travel_seat WHERE occurrence_id = ? AND leg = 1", coach.value());
    assertFoundAndMended(new SeatDrift(coach, 1, "1A", null, held));
  }

  @Test
  void a_claim_that_no_booking_has_is_mended() {
    plant("INSERT INTO travel_seat VALUES (?, 0, '1D', ?)", coach.value(), NOBODY.value());
    assertFoundAndMended(new SeatDrift(coach, 0, "1D", NOBODY, null));
  }

  @Test
  void a_claim_that_names_another_booking_is_mended() {
    String sql = "UPDATE travel_seat SET booking_id = ? WHERE occurrence_id = ? AND leg = 0";
    plant(sql, sold.value(), coach.value());
    assertFoundAndMended(new SeatDrift(coach, 0, "1A", sold, held));
  }

  @Test
  void a_seat_that_two_bookings_have_is_left() {
    plant("UPDATE travel_line SET seats = '1A,1B' WHERE booking_id = ?", sold.value());
    SeatSoldTwice twice = new SeatSoldTwice(coach, 0, "1A", held, sold);
    SeatDrift unclaimed = new SeatDrift(coach, 0, "1B", null, sold);
    assertThat(integrity.verify()).containsExactlyInAnyOrder(twice, unclaimed);

    RepairReport report = integrity.repair(List.of(twice, unclaimed));

    assertThat(report.left()).containsExactly(twice);
    assertThat(report.repaired()).containsExactly(unclaimed);
    assertThat(integrity.verify()).containsExactly(twice);
  }

  @Test
  void a_hold_missing_from_the_list_of_holds_is_mended() {
    plant("DELETE FROM travel_hold WHERE occurrence_id = ?", coach.value());
    assertFoundAndMended(new HoldDrift(coach, held));
  }

  @Test
  void a_hold_listed_under_another_time_is_mended() {
    String sql =
        "UPDATE travel_hold SET expires_at = expires_at + INTERVAL 1 SECOND WHERE occurrence_id = ?";
    plant(sql, coach.value());
    assertFoundAndMended(new HoldDrift(coach, held));
  }

  @Test
  void a_booking_listed_as_a_hold_that_is_none_is_mended() {
    String sql = "INSERT INTO travel_hold VALUES (?, '2027-01-01 00:00:00', ?)";
    plant(sql, coach.value(), sold.value());
    plant(sql, coach.value(), NOBODY.value());
    assertFoundAndMended(new HoldDrift(coach, sold), new HoldDrift(coach, NOBODY));
  }

  @Test
  void an_occurrence_that_lost_its_own_row_is_verified_and_left() {
    plant("DELETE FROM travel_occurrence WHERE id = ?", coach.value());
    plant("UPDATE travel_counter SET taken = 0 WHERE occurrence_id = ? AND leg = 1", coach.value());
    assertFoundAndLeft(new CounterDrift(coach, "seats", 1, 0, 1));
  }

  @Test
  void what_is_not_told_to_be_mended_is_left_as_it_is() {
    plant("UPDATE travel_counter SET taken = 4 WHERE occurrence_id = ?", coach.value());
    CounterDrift first = new CounterDrift(coach, "seats", 0, 4, 3);
    CounterDrift second = new CounterDrift(coach, "seats", 1, 4, 1);
    assertThat(integrity.verify()).containsExactly(first, second);

    assertThat(integrity.repair(List.of(second)).repaired()).containsExactly(second);

    assertThat(integrity.verify()).containsExactly(first);
  }

  @Test
  void a_repair_writes_one_event_and_one_audit_record() {
    plant("UPDATE travel_counter SET taken = 4 WHERE occurrence_id = ? AND leg = 0", coach.value());
    List<Drift> drift = integrity.verify();
    integrity.repair(drift);
    integrity.repair(drift);

    String events =
        """
        SELECT payload FROM travel_event e JOIN travel_audit a ON a.id = e.id
        WHERE e.aggregate_id = ? AND e.type = 'occurrence.repaired' AND a.action = e.type
        """;
    assertThat(fixture.rows().texts(events, coach.value()))
        .singleElement()
        .asString()
        .contains("CounterDrift", "stored=4", "booked=3");
  }
}
