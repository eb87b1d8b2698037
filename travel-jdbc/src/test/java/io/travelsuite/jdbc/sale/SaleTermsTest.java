package io.travelsuite.jdbc.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.Bookings;
import io.travelsuite.booking.Change;
import io.travelsuite.booking.Changed;
import io.travelsuite.booking.Confirmed;
import io.travelsuite.booking.Held;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.HoldResult;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.NotOnSale;
import io.travelsuite.booking.NotOnSale.Reason;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Pool;
import io.travelsuite.inventory.SaleResult;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.TermsResult;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.sale.Range;
import io.travelsuite.sale.SaleState;
import io.travelsuite.sale.SaleTerms;
import io.travelsuite.sale.SeatRule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaleTermsTest {

  private static final Duration MICROSECOND = Duration.ofNanos(1_000);

  private static Fixture fixture;
  private static Bookings bookings;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    bookings = fixture.travel().bookings();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static OccurrenceId open(SaleTerms terms) {
    return fixture.open(fixture.request().pool(Fixture.POOL, 10).terms(terms));
  }

  private static Reason reason(HoldResult result) {
    return ((NotOnSale) result).reason();
  }

  private static Bookings at(Instant now) {
    return travelAt(now).bookings();
  }

  private static JdbcTravel travelAt(Instant now) {
    return JdbcTravel.builder(fixture.dataSource()).clock(new TestClock(now)).build();
  }

  @Test
  void sale_opens_at_its_moment_and_not_before() {
    Instant opens = Instant.parse("2027-01-15T09:00:00Z");
    HoldRequest request = HoldRequest.of(open(SaleTerms.OPEN.opensAt(opens)), 1);

    HoldResult early = at(opens.minus(MICROSECOND)).hold(request);
    assertThat(reason(early)).isEqualTo(Reason.NOT_YET_OPEN);
    assertThat(((NotOnSale) early).detail()).contains("2027-01-15T09:00:00Z");
    assertThat(at(opens).hold(request)).isInstanceOf(Held.class);
  }

  @Test
  void sale_ends_at_each_stop_so_long_before_it_is_left() {
    OccurrenceRequest request =
        fixture
            .request()
            .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120))
            .pool(Fixture.POOL, 10)
            .terms(SaleTerms.OPEN.cutoff(Duration.ofMinutes(15)));
    OccurrenceId departure = fixture.open(request);
    Instant starts = fixture.travel().inventory().find(departure).orElseThrow().startsAt();
    HoldRequest fromA = HoldRequest.of(Line.of(departure, 1));
    HoldRequest fromB = HoldRequest.of(Line.of(departure, 1).between("B", "C"));

    Instant endsAtA = starts.minus(Duration.ofMinutes(15));
    assertThat(at(endsAtA.minus(MICROSECOND)).hold(fromA)).isInstanceOf(Held.class);
    assertThat(reason(at(endsAtA).hold(fromA))).isEqualTo(Reason.CUTOFF_PASSED);
    assertThat(at(endsAtA).hold(fromB)).isInstanceOf(Held.class);
    Instant endsAtB = starts.plus(Duration.ofMinutes(45));
    assertThat(reason(at(endsAtB).hold(fromB))).isEqualTo(Reason.CUTOFF_PASSED);
  }

  @Test
  void a_hold_is_judged_when_it_is_made_and_not_when_it_is_confirmed() {
    OccurrenceId departure = open(SaleTerms.OPEN.cutoff(Duration.ZERO));
    Instant starts = fixture.travel().inventory().find(departure).orElseThrow().startsAt();
    Booking held = at(starts.minusSeconds(1)).hold(HoldRequest.of(departure, 1)).orElseThrow();

    assertThat(at(starts.plusSeconds(60)).confirm(held.id(), "paid")).isInstanceOf(Confirmed.class);
  }

  @Test
  void a_party_is_counted_over_all_lines_at_the_occurrence() {
    OccurrenceId departure = open(SaleTerms.OPEN.party(new Range(2, 4)));

    assertThat(reason(bookings.hold(HoldRequest.of(departure, 1))))
        .isEqualTo(Reason.PARTY_TOO_SMALL);
    assertThat(reason(bookings.hold(HoldRequest.of(departure, 5))))
        .isEqualTo(Reason.PARTY_TOO_LARGE);
    Line one = Line.of(departure, 1);
    assertThat(bookings.hold(HoldRequest.of(one, one))).isInstanceOf(Held.class);
    Line three = Line.of(departure, 3);
    assertThat(reason(bookings.hold(HoldRequest.of(three, three))))
        .isEqualTo(Reason.PARTY_TOO_LARGE);
  }

  @Test
  void a_cancelled_occurrence_is_never_sold_again() {
    OccurrenceId departure = open(SaleTerms.OPEN);
    var inventory = fixture.travel().inventory();

    assertThat(inventory.cancel(departure)).isEqualTo(new SaleResult.SaleSet(SaleState.CANCELLED));
    assertThat(reason(bookings.hold(HoldRequest.of(departure, 1)))).isEqualTo(Reason.CANCELLED);
    assertThat(inventory.reopen(departure)).isInstanceOf(SaleResult.AlreadyCancelled.class);
    assertThat(inventory.setTerms(departure, SaleTerms.OPEN))
        .isInstanceOf(SaleResult.AlreadyCancelled.class);
    assertThat(inventory.cancel(departure)).isInstanceOf(SaleResult.SaleSet.class);
    OccurrenceId unknown = new OccurrenceId(UUID.randomUUID());
    assertThat(inventory.cancel(unknown)).isInstanceOf(SaleResult.NoSuchOccurrence.class);
    assertThat(inventory.setTerms(unknown, SaleTerms.OPEN))
        .isInstanceOf(SaleResult.NoSuchOccurrence.class);
  }

  @Test
  void nobody_boards_or_alights_where_the_stop_does_not_let_them() {
    OccurrenceId departure =
        fixture.open(
            fixture
                .request()
                .stops(
                    Stop.of("A", 0),
                    Stop.of("B", 10).alightingOnly(),
                    Stop.of("C", 20).boardingOnly(),
                    Stop.of("D", 30))
                .pool(Fixture.POOL, 5));

    Line line = Line.of(departure, 1);
    assertThat(reason(bookings.hold(HoldRequest.of(line.between("B", "D")))))
        .isEqualTo(Reason.NO_BOARDING);
    assertThat(reason(bookings.hold(HoldRequest.of(line.between("A", "C")))))
        .isEqualTo(Reason.NO_ALIGHTING);
    assertThat(bookings.hold(HoldRequest.of(line.between("A", "B")))).isInstanceOf(Held.class);
    assertThat(bookings.hold(HoldRequest.of(line.between("C", "D")))).isInstanceOf(Held.class);
  }

  @Test
  void a_blocked_seat_is_nobodys_and_a_channels_seat_is_the_channels() {
    SaleTerms terms =
        SaleTerms.OPEN.seat(SeatRule.blocked("1A")).seat(new SeatRule("1B", "agency"));
    OccurrenceId departure =
        fixture.open(
            fixture
                .request()
                .pool(Pool.ofSeats(Fixture.POOL, List.of("1A", "1B", "2A")))
                .terms(terms));

    HoldRequest blocked = HoldRequest.of(Line.of(departure, 1).seats("1A"));
    HoldRequest kept = HoldRequest.of(Line.of(departure, 1).seats("1B"));
    assertThat(reason(bookings.hold(blocked))).isEqualTo(Reason.SEAT_NOT_SOLD);
    assertThat(reason(bookings.hold(blocked.channel("agency")))).isEqualTo(Reason.SEAT_NOT_SOLD);
    assertThat(reason(bookings.hold(kept))).isEqualTo(Reason.SEAT_NOT_SOLD);
    assertThat(bookings.hold(kept.channel("agency"))).isInstanceOf(Held.class);
  }

  @Test
  void terms_changed_by_one_instance_bind_another_that_has_kept_the_old_ones() {
    OccurrenceId departure = open(SaleTerms.OPEN);
    JdbcTravel[] others = {fixture.newTravel(2), fixture.newDirectTravel(2)};
    for (JdbcTravel other : others) {
      other.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();
    }

    SaleTerms changed = SaleTerms.OPEN.party(Range.atLeast(3));
    assertThat(fixture.travel().inventory().setTerms(departure, changed))
        .isEqualTo(new TermsResult.TermsSet(changed));

    for (JdbcTravel other : others) {
      assertThat(other.inventory().terms(departure)).contains(changed);
      assertThat(reason(other.bookings().hold(HoldRequest.of(departure, 1))))
          .isEqualTo(Reason.PARTY_TOO_SMALL);
    }
    fixture.travel().inventory().setTerms(departure, SaleTerms.OPEN);
    for (JdbcTravel other : others) {
      assertThat(other.bookings().hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
    }
  }

  @Test
  void control_without_the_revision_in_the_counters_the_old_terms_would_be_sold_by() {
    OccurrenceId departure = open(SaleTerms.OPEN);
    JdbcTravel other = fixture.newTravel(2);
    other.bookings().hold(HoldRequest.of(departure, 1)).orElseThrow();

    fixture.travel().inventory().close(departure);
    fixture
        .rows()
        .update(
            "UPDATE travel_counter SET revision = 0 WHERE occurrence_id = ?", departure.value());

    assertThat(other.bookings().hold(HoldRequest.of(departure, 1))).isInstanceOf(Held.class);
  }

  @Test
  void a_change_takes_nothing_that_the_terms_do_not_let_through() {
    OccurrenceId first = open(SaleTerms.OPEN);
    OccurrenceId second = open(SaleTerms.OPEN.party(Range.atLeast(2)));
    Booking held = bookings.hold(HoldRequest.of(first, 1)).orElseThrow();

    assertThat(bookings.change(held.id(), Change.line(0, Line.of(second, 1))))
        .isInstanceOf(NotOnSale.class);
    assertThat(bookings.change(held.id(), Change.line(0, Line.of(second, 2))))
        .isInstanceOf(Changed.class);
    fixture.assertNoDrift(first, second);
  }

  @Test
  void terms_name_only_what_the_occurrence_has() {
    OccurrenceRequest request = fixture.request().pool(Fixture.POOL, 5);

    assertThatThrownBy(
            () -> fixture.open(request.terms(SaleTerms.OPEN.seat(SeatRule.blocked("9Z")))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("seat must be a seat of the occurrence, was: 9Z");
  }
}
