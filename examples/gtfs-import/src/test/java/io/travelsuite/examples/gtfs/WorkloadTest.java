package io.travelsuite.examples.gtfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.booking.ManifestRequest;
import io.travelsuite.booking.UnitState;
import io.travelsuite.examples.gtfs.SeatTimeline.Bar;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.seat.SeatWish;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Parties with any origin and destination, on the departures of a week. */
class WorkloadTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 3, 11);
  private static final LocalDate LAST = LocalDate.of(2022, 3, 13);

  private static RailwayFixture days;
  private static List<Run> sample;

  @BeforeAll
  static void put() {
    days = RailwayFixture.of(FIRST, LAST);
    sample = Workload.sample(apart(days), 5);
  }

  /** Without what single tests sell: the bus, and the first day. */
  private static List<Run> apart(RailwayFixture railway) {
    return railway.catalogue().runs().stream()
        .filter(run -> !run.departure().tripId().equals("554"))
        .filter(run -> !run.departure().serviceDate().equals(FIRST))
        .toList();
  }

  @AfterAll
  static void close() {
    days.close();
  }

  @Test
  void many_parties_leave_no_drift_and_each_sold_seat_is_in_the_picture_once() throws Exception {
    long before = days.rows().soldSeatLegs(days.imported().operator());

    Sales sales = sell(days, sample, 500);

    assertThat(sales.problems()).isEmpty();
    assertThat(sales.parties()).isEqualTo(500);
    assertThat(sales.sold()).isPositive();
    assertThat(sales.soldOut()).isPositive();
    assertThat(sales.notSold()).isPositive();
    assertThat(sales.cancelled()).isPositive();
    assertThat(sales.seatLegs())
        .isEqualTo(days.rows().soldSeatLegs(days.imported().operator()) - before)
        .isPositive();
    assertThat(days.travel().integrity().verify()).isEmpty();
    checkPicture(Workload.longest(sample));
  }

  private static Sales sell(RailwayFixture railway, List<Run> runs, int parties) {
    try (Progress progress = RailwayFixture.quiet()) {
      return new Workload(railway.travel().bookings(), railway.workers(), 7)
          .run(runs, parties, progress);
    }
  }

  private void checkPicture(Run train) throws Exception {
    SeatTimeline timeline = new TrainPicture(days.travel().bookings()).of(train, "A long train");
    Set<List<Object>> drawn = new HashSet<>();
    for (Bar bar : timeline.bars()) {
      for (int leg = bar.from(); leg < bar.to(); leg++) {
        assertThat(drawn.add(List.of(bar.seat(), leg))).as("%s on leg %d", bar, leg).isTrue();
      }
    }
    assertThat(timeline.legs()).isEqualTo(70);
    assertThat(drawn).hasSize((int) days.rows().soldSeatLegs(train.id())).isNotEmpty();
    List<String> references = references(train);
    assertThat(references).isNotEmpty().doesNotHaveDuplicates();
    assertThat(new HashSet<>(labels(SeatTimelineSvg.of(timeline))))
        .containsExactlyInAnyOrderElementsOf(references);
  }

  /** The bookings of a train; there are fewer than a page has. */
  private List<String> references(Run train) {
    return days
        .travel()
        .bookings()
        .manifest(
            new ManifestRequest(train.id(), ManifestRequest.of(train.id()).states(), null, 1_000))
        .bookings()
        .stream()
        .filter(booking -> booking.lines().get(0).units().contains(UnitState.ACTIVE))
        .map(Booking::reference)
        .toList();
  }

  private static List<String> labels(String svg) throws Exception {
    Document picture =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    List<String> labels = new ArrayList<>();
    NodeList groups = picture.getElementsByTagName("g");
    for (int i = 0; i < groups.getLength(); i++) {
      labels.add(((Element) groups.item(i)).getAttribute("aria-label"));
    }
    return labels;
  }

  @Test
  void control_a_seat_that_is_lost_is_seen_by_verifying_and_by_counting() throws SQLException {
    try (RailwayFixture day = RailwayFixture.of(FIRST, FIRST)) {
      List<Run> runs = Workload.sample(day.catalogue().runs(), 5);
      Sales sales = sell(day, runs, 100);
      Run train = Workload.longest(runs);
      day.execute("DELETE FROM travel_seat WHERE occurrence_id = " + hex(train) + " LIMIT 1");

      assertThat(day.travel().integrity().verify(train.id())).hasSize(1);
      assertThat(day.rows().soldSeatLegs(train.id())).isEqualTo(drawn(day, train) - 1);
      assertThat(day.rows().soldSeatLegs(day.imported().operator()))
          .isEqualTo(sales.seatLegs() - 1);
    }
  }

  private static long drawn(RailwayFixture railway, Run train) {
    return new TrainPicture(railway.travel().bookings())
        .of(train, "").bars().stream().mapToLong(bar -> bar.to() - bar.from()).sum();
  }

  private static String hex(Run run) {
    return "0x" + run.id().toString().replace("-", "");
  }

  @Test
  void the_same_seed_gives_the_same_parties() {
    RandomParties one = new RandomParties(sample, new Random(3));
    RandomParties same = new RandomParties(sample, new Random(3));
    RandomParties other = new RandomParties(sample, new Random(4));

    List<Party> parties = parties(one);
    assertThat(parties(same)).isEqualTo(parties);
    assertThat(parties(other)).isNotEqualTo(parties);
    assertThat(parties).extracting(Party::people).contains(1, 2, 3, 4);
    assertThat(parties).extracting(Party::bike).contains(true, false);
    assertThat(parties).extracting(Party::allowed).contains(true, false);
  }

  private static List<Party> parties(RandomParties some) {
    List<Party> parties = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      parties.add(some.next());
    }
    return parties;
  }

  @Test
  void a_sample_has_the_longest_trains_and_others_each_once() {
    assertThat(sample).hasSize(5).doesNotHaveDuplicates();
    assertThat(sample).extracting(run -> run.departure().pattern().legs()).contains(70);
    assertThat(sample).filteredOn(run -> run.departure().pattern().legs() <= 35).hasSize(4);
    assertThat(Workload.sample(days.catalogue().runs(), 10_000))
        .containsExactlyInAnyOrderElementsOf(days.catalogue().runs());
  }

  @Test
  void where_nobody_gets_on_or_off_nothing_is_sold_and_elsewhere_it_is() {
    Clerk clerk = clerk();
    Run train = withOneWayStops(0);
    StopPairs pairs = StopPairs.of(train.departure().pattern());

    for (LegRange pair : pairs.notSold()) {
      assertThat(clerk.sell(new Party(train, pair, 1, false, false))).isEqualTo(Sales.ofNotSold());
    }
    assertThat(days.rows().soldSeatLegs(train.id())).isZero();
    for (LegRange pair : pairs.sold().subList(0, 10)) {
      assertThat(clerk.sell(new Party(train, pair, 1, false, true)).sold()).isEqualTo(1);
    }
  }

  private static Clerk clerk() {
    return new Clerk(days.travel().bookings(), new RandomParties(sample, new Random(1)));
  }

  private static Run withOneWayStops(int skipped) {
    return days.catalogue().runs().stream()
        .filter(run -> run.departure().serviceDate().equals(FIRST))
        .filter(run -> StopPairs.of(run.departure().pattern()).notSold().size() >= 2)
        .filter(run -> StopPairs.of(run.departure().pattern()).sold().size() >= 10)
        .skip(skipped)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void control_a_pair_sold_against_the_timetable_is_a_problem() {
    Clerk clerk = clerk();
    Run train = withOneWayStops(1);
    StopPairs pairs = StopPairs.of(train.departure().pattern());

    assertThat(clerk.sell(new Party(train, pairs.sold().get(0), 1, false, false)).problems())
        .hasSize(1);
    assertThat(clerk.sell(new Party(train, pairs.notSold().get(0), 1, false, true)).problems())
        .hasSize(1);
  }

  @Test
  void a_round_trip_on_the_bus_that_comes_back_takes_both_legs() {
    Run bus = days.run("554", FIRST);

    sellTo(new Party(bus, new LegRange(0, 2), 2, true, true));

    assertThat(days.rows().soldSeatLegs(bus.id())).isEqualTo(4);
    assertThat(
            days.travel().inventory().availability(bus.id()).orElseThrow().available(Coach.BIKES))
        .isEqualTo(3);
    assertThatThrownBy(
            () ->
                days.travel()
                    .bookings()
                    .hold(
                        HoldRequest.of(
                            Line.of(bus.id(), 1).taking(Coach.SEATS, 1).between("DORV", "DORV"))))
        .isInstanceOf(InvalidRequestException.class);
  }

  private void sellTo(Party party) {
    assertThat(clerk().sell(party).sold()).isEqualTo(1);
  }

  @Test
  void who_changes_seats_on_the_way_has_a_bar_for_each_seat() {
    Run bus = days.run("554", LAST);
    List<String> seats = Coach.MAP.labels();
    book(bus, new LegRange(0, 1), seats.subList(1, 60));
    book(bus, new LegRange(1, 2), seats.subList(0, 59));

    Booking both =
        confirmed(Line.of(bus.id(), 1).seats(SeatWish.bestAvailable()).over(new LegRange(0, 2)));

    assertThat(new TrainPicture(days.travel().bookings()).of(bus, "The bus").bars())
        .filteredOn(bar -> bar.label().equals(both.reference()))
        .containsExactly(
            new Bar("1A", 0, 1, both.reference(), "alone"),
            new Bar("15D", 1, 2, both.reference(), "alone"));
  }

  private void book(Run run, LegRange legs, List<String> seats) {
    confirmed(Line.of(run.id(), seats.size()).over(legs).seats(seats.toArray(String[]::new)));
  }

  private Booking confirmed(Line line) {
    var bookings = days.travel().bookings();
    Booking held = bookings.hold(HoldRequest.of(line.taking(Coach.SEATS, 1))).orElseThrow();
    return bookings.confirm(held.id(), "cash").orElseThrow();
  }
}
