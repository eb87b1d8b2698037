package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.OperatorId;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.price.DateRange;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import io.travelsuite.search.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BetweenSearchTest extends BetweenSuite {

  private static List<OccurrenceId> ids(SearchRequest request) {
    return find(request).stream().map(Departure::occurrence).toList();
  }

  @Test
  void every_product_that_calls_at_both_stops_in_order_is_found_by_when_it_leaves_the_first() {
    ProductId express = newProduct("express", "Europe/Lisbon");
    OccurrenceId late =
        open(DAY.atTime(8, 0), Stop.of("A", 0), Stop.of("B", 300), Stop.of("C", 400));
    OccurrenceId early = open(express, DAY.atTime(9, 0), Stop.of("B", 0), Stop.of("C", 60));
    open(DAY.atTime(10, 0), Stop.of("C", 0), Stop.of("B", 60));
    open(DAY.atTime(11, 0), Stop.of("A", 0), Stop.of("B", 60));
    fixture.open(OccurrenceRequest.of(product, DAY.atTime(12, 0)).pool(Fixture.POOL, 5));

    List<Departure> found = find(between("B", "C"));

    assertThat(found.stream().map(Departure::occurrence)).containsExactly(early, late);
    assertThat(found.get(0).product()).isEqualTo(express);
    assertThat(found.get(1).legs()).isEqualTo(new LegRange(1, 2));
    assertThat(found.get(1).leaves().stop()).isEqualTo("B");
    assertThat(found.get(1).leaves().local()).isEqualTo(DAY.atTime(13, 0));
    assertThat(found.get(1).arrives().stop()).isEqualTo("C");
    assertThat(ids(between("A", "Z"))).isEmpty();
  }

  @Test
  void another_operators_stops_of_the_same_code_are_other_stops() {
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60)};
    OccurrenceId own = open(DAY.atTime(8, 0), stops);
    OperatorId first = operator;
    addOperator();
    OccurrenceId others = open(DAY.atTime(8, 0), stops);

    assertThat(ids(between("A", "B"))).containsExactly(others);
    assertThat(ids(SearchRequest.between(first, "A", "B", DAY))).containsExactly(own);
  }

  @Test
  void products_can_be_chosen() {
    ProductId express = newProduct("express", "Europe/Lisbon");
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60)};
    open(DAY.atTime(8, 0), stops);
    OccurrenceId chosen = open(express, DAY.atTime(8, 0), stops);
    StopPair pair = new StopPair("A", "B");

    SearchScope scope = new SearchScope.Between(operator, pair, Set.of(express));
    assertThat(ids(between("A", "B").scope(scope))).containsExactly(chosen);
  }

  @Test
  void a_day_is_that_on_which_the_first_stop_is_left_however_long_ago_the_run_began() {
    Duration arrival = Duration.ofDays(4).plusHours(14);
    Stop[] stops = {
      Stop.of("A", 0),
      Stop.of("B", arrival, arrival.plusMinutes(10)),
      Stop.of("C", arrival.plusHours(1), arrival.plusHours(1))
    };
    LocalDateTime start = DAY.minusDays(5).atTime(9, 50); // leaves B at midnight
    OccurrenceId midnight = open(start, stops);
    open(start.minusSeconds(1), stops);
    OccurrenceId lastSecond = open(start.plusDays(1).minusSeconds(1), stops);
    open(start.plusDays(1), stops);

    assertThat(ids(between("B", "C"))).containsExactly(midnight, lastSecond);
    assertThat(find(between("B", "C")).get(0).leaves().local()).isEqualTo(DAY.atStartOfDay());
    assertThat(ids(between("A", "C"))).isEmpty();
  }

  @Test
  void a_day_is_that_of_the_place_in_its_own_time_zone() {
    ZoneId tokyo = ZoneId.of("Asia/Tokyo"); // eight hours ahead of Lisbon in summer
    Stop[] stops = {Stop.of("A", 0), Stop.of("T", 600).zone(tokyo), Stop.of("U", 660).zone(tokyo)};
    OccurrenceId first = open(DAY.minusDays(1).atTime(6, 0), stops); // leaves T on DAY at 0:00
    open(DAY.minusDays(1).atTime(5, 59), stops);
    OccurrenceId last = open(DAY.atTime(5, 59), stops);
    open(DAY.atTime(6, 0), stops);

    List<Departure> found = find(between("T", "U"));

    assertThat(found.stream().map(Departure::occurrence)).containsExactly(first, last);
    assertThat(found.get(0).leaves().local()).isEqualTo(DAY.atStartOfDay());
    assertThat(found.get(0).leaves().at()).isEqualTo(Instant.parse("2027-05-03T15:00:00Z"));
    assertThat(found.get(0).leaves().zone()).isEqualTo(tokyo);
    assertThat(ids(between("A", "U"))).as("by the clock in Lisbon").hasSize(2).contains(last);
  }

  @Test
  void one_layout_in_two_time_zones_is_found_by_the_clocks_of_each() {
    ProductId far = newProduct("far", "Pacific/Auckland");
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60)};
    OccurrenceId here = open(DAY.atTime(23, 0), stops);
    OccurrenceId there = open(far, DAY.atTime(0, 30), stops);
    open(far, DAY.plusDays(1).atTime(1, 0), stops);
    open(DAY.minusDays(1).atTime(23, 0), stops);

    assertThat(ids(between("A", "B"))).containsExactly(there, here);
  }

  @Test
  void the_day_of_a_clock_change_has_its_own_length() {
    LocalDate autumn = LocalDate.parse("2027-10-31"); // 25 hours in Lisbon
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60)};
    OccurrenceId first = open(autumn.atStartOfDay(), stops);
    OccurrenceId last = open(autumn.atTime(23, 59, 59), stops);
    open(autumn.plusDays(1).atStartOfDay(), stops);

    assertThat(ids(SearchRequest.between(operator, "A", "B", autumn))).containsExactly(first, last);
  }

  @Test
  void nobody_is_offered_a_stop_where_nobody_may_board_or_alight() {
    open(
        DAY.atTime(8, 0),
        Stop.of("A", 0).boardingOnly(),
        Stop.of("B", 60).boardingOnly(),
        Stop.of("C", 120).alightingOnly(),
        Stop.of("D", 180).alightingOnly());

    assertThat(ids(between("A", "B"))).isEmpty();
    assertThat(ids(between("C", "D"))).isEmpty();
    assertThat(ids(between("B", "C"))).hasSize(1);
  }

  @Test
  void a_run_that_comes_to_a_stop_twice_is_found_for_each_way_that_passes_neither_again() {
    OccurrenceId loop =
        open(
            DAY.atTime(8, 0),
            Stop.of("A", 0),
            Stop.of("B", 60),
            Stop.of("A", 120),
            Stop.of("C", 180),
            Stop.of("A", 240),
            Stop.of("C", 300),
            Stop.of("C", 360));

    List<Departure> found = find(between("A", "C"));

    assertThat(found.stream().map(Departure::legs))
        .containsExactly(new LegRange(2, 3), new LegRange(4, 5));
    assertThat(found).allMatch(departure -> departure.occurrence().equals(loop));
    assertThat(find(between("A", "B")).stream().map(Departure::legs))
        .containsExactly(new LegRange(0, 1));
    assertThat(find(between("A", "A")).stream().map(Departure::legs))
        .containsExactly(new LegRange(0, 2), new LegRange(2, 4));
    StopPair pair = new StopPair("A", "C");
    SearchRequest calendar =
        SearchRequest.calendar(product, DAY, DAY).scope(new SearchScope.OfProduct(product, pair));
    assertThat(find(calendar)).isEqualTo(found);
  }

  @Test
  void a_way_over_midnight_of_a_run_that_comes_twice_is_found_on_its_own_day_only() {
    open(
        DAY.minusDays(1).atTime(20, 0),
        Stop.of("A", 0),
        Stop.of("B", 60),
        Stop.of("A", 300),
        Stop.of("B", 360));

    assertThat(find(between("A", "B")).stream().map(Departure::legs))
        .containsExactly(new LegRange(2, 3));
  }

  @Test
  void each_part_has_what_is_left_on_its_own_legs() {
    OccurrenceId run = open(DAY.atTime(8, 0), Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120));
    Line four = Line.of(run, 4).between("A", "B");
    fixture.travel().bookings().hold(HoldRequest.of(four)).orElseThrow();

    assertThat(find(between("B", "C").party(Party.of(5))).get(0).status())
        .isEqualTo(Status.AVAILABLE);
    Departure whole = find(between("A", "C").party(Party.of(2))).get(0);
    assertThat(whole.status()).isEqualTo(Status.SOLD_OUT);
    assertThat(whole.left().units()).isEqualTo(1);
  }

  @Test
  void what_can_never_be_right_is_refused_by_name() {
    assertThatThrownBy(() -> between("A", "B").dates(new DateRange(DAY, DAY.plusDays(62))))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("dates", "62");
    assertThatThrownBy(() -> between("A B", "C")).hasMessageContaining("from");
    for (String after : new String[] {"x", "2027-05-04T00:00:00Z/1", "2027-05-04T00:00:00Z/u/x"}) {
      assertThatThrownBy(() -> find(between("A", "B").after(after)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContainingAll("after", after);
    }
  }
}
