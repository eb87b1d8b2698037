package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.travelsuite.InvalidRequestException;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.booking.Line;
import io.travelsuite.inventory.LegRange;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.ProductId;
import io.travelsuite.inventory.Stop;
import io.travelsuite.inventory.StopPair;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.search.Call;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Party;
import io.travelsuite.search.SearchPage;
import io.travelsuite.search.SearchRequest;
import io.travelsuite.search.SearchScope;
import io.travelsuite.search.Status;
import io.travelsuite.search.UnitsLeft;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarSearchTest {

  private static final LocalDate DAY = LocalDate.parse("2027-03-12");

  private static Fixture fixture;
  private static int products;

  private ProductId product;

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  @BeforeEach
  void addProduct() {
    product = newProduct();
  }

  private static ProductId newProduct() {
    ZoneId zone = ZoneId.of("America/New_York");
    String code = "calendar" + products++;
    return fixture.travel().inventory().addProduct(fixture.operator().id(), code, "x", zone).id();
  }

  private OccurrenceRequest on(LocalDateTime start) {
    return OccurrenceRequest.of(product, start).pool(Fixture.POOL, 5);
  }

  private OccurrenceId open(LocalDateTime start) {
    return fixture.open(on(start));
  }

  private SearchRequest calendar(int days) {
    return SearchRequest.calendar(product, DAY, DAY.plusDays(days - 1L));
  }

  private static List<Departure> find(SearchRequest request) {
    return fixture.travel().search().find(request).departures();
  }

  private static List<OccurrenceId> ids(List<Departure> departures) {
    return departures.stream().map(Departure::occurrence).toList();
  }

  @Test
  void occurrences_are_found_by_their_local_start_in_order() {
    OccurrenceId last = open(DAY.plusDays(1).atTime(23, 59, 59));
    OccurrenceId second = fixture.open(on(DAY.atTime(9, 0)).label("relief"));
    OccurrenceId first = open(DAY.atTime(9, 0));
    OccurrenceId midnight = open(DAY.atStartOfDay());
    open(DAY.plusDays(2).atStartOfDay());
    open(DAY.minusDays(1).atTime(23, 59, 59));
    fixture.open(OccurrenceRequest.of(newProduct(), DAY.atTime(9, 0)).pool(Fixture.POOL, 5));

    assertThat(ids(find(calendar(2)))).containsExactly(midnight, first, second, last);
    assertThat(find(calendar(2)).get(2).label()).isEqualTo("relief");
  }

  @Test
  void a_departure_tells_when_where_and_how_many_are_left() {
    OccurrenceId plain = open(DAY.atTime(9, 30));
    fixture.travel().bookings().hold(HoldRequest.of(plain, 2)).orElseThrow();

    Departure found = find(calendar(1).party(Party.of(3))).get(0);

    ZoneId zone = ZoneId.of("America/New_York");
    Call leaves = new Call(null, Instant.parse("2027-03-12T14:30:00Z"), zone);
    assertThat(found)
        .isEqualTo(
            new Departure(
                plain,
                product,
                "",
                new LegRange(0, 1),
                leaves,
                null,
                Status.AVAILABLE,
                new UnitsLeft(3, false),
                null,
                null));
    assertThat(found.leaves().local()).isEqualTo(LocalDateTime.parse("2027-03-12T09:30"));
    Departure full = find(calendar(1).party(Party.of(4))).get(0);
    assertThat(full.status()).isEqualTo(Status.SOLD_OUT);
    assertThat(full.left()).isEqualTo(new UnitsLeft(3, false));
  }

  @Test
  void above_a_threshold_there_are_many() {
    open(DAY.atTime(9, 30));

    assertThat(find(calendar(1).many(5)).get(0).left()).isEqualTo(new UnitsLeft(5, false));
    assertThat(find(calendar(1).many(4)).get(0).left()).isEqualTo(new UnitsLeft(4, true));
    assertThat(find(calendar(1).many(4)).get(0).left()).hasToString("more than 4");
  }

  @Test
  void with_a_stop_pair_only_that_part_of_the_run_counts() {
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120), Stop.of("D", 180)};
    OccurrenceId run = fixture.open(on(DAY.atTime(23, 30)).stops(stops));
    fixture.open(on(DAY.atTime(8, 0)).stops(Stop.of("C", 0), Stop.of("B", 60)));
    open(DAY.atTime(7, 0));
    Line four = Line.of(run, 4);
    fixture.travel().bookings().hold(HoldRequest.of(four.between("A", "B"))).orElseThrow();
    fixture.travel().bookings().hold(HoldRequest.of(four.between("C", "D"))).orElseThrow();

    SearchRequest fromB =
        calendar(1)
            .scope(new SearchScope.OfProduct(product, new StopPair("B", "C")))
            .party(Party.of(5));

    Departure found = find(fromB).get(0);
    assertThat(ids(find(fromB))).containsExactly(run);
    assertThat(found.legs()).isEqualTo(new LegRange(1, 2));
    assertThat(found.status()).isEqualTo(Status.AVAILABLE);
    assertThat(found.leaves().local()).isEqualTo(LocalDateTime.parse("2027-03-13T00:30"));
    assertThat(found.arrives().stop()).isEqualTo("C");
    assertThat(found.arrives().local()).isEqualTo(LocalDateTime.parse("2027-03-13T01:30"));
    Departure whole = find(calendar(1).party(Party.of(5))).get(2);
    assertThat(whole.occurrence()).isEqualTo(run);
    assertThat(whole.left()).isEqualTo(new UnitsLeft(1, false));
  }

  @Test
  void local_starts_across_a_clock_change_are_told_with_their_instants() {
    LocalDate spring = LocalDate.parse("2027-03-14"); // 2:00 is followed by 3:00
    for (int day = -1; day <= 1; day++) {
      open(spring.plusDays(day).atTime(9, 0));
    }
    List<Departure> found =
        find(SearchRequest.calendar(product, spring.minusDays(1), spring.plusDays(1)));

    assertThat(found.stream().map(departure -> departure.leaves().at()))
        .containsExactly(
            Instant.parse("2027-03-13T14:00:00Z"),
            Instant.parse("2027-03-14T13:00:00Z"),
            Instant.parse("2027-03-15T13:00:00Z"));
    assertThat(found).allMatch(departure -> departure.leaves().local().getHour() == 9);
  }

  @Test
  void pages_follow_each_other_without_gap_or_overlap() {
    List<OccurrenceId> all = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      all.add(open(DAY.plusDays(i).atTime(9, 0)));
      all.add(fixture.open(on(DAY.plusDays(i).atTime(9, 0)).label("b/2")));
      all.add(fixture.open(on(DAY.plusDays(i).atTime(9, 0)).label("c")));
    }
    for (int limit : new int[] {1, 5, 12, 1_000}) {
      List<OccurrenceId> paged = new ArrayList<>();
      String next = "";
      while (next != null) {
        SearchRequest request = calendar(4).limit(limit);
        SearchPage page =
            fixture.travel().search().find(next.isEmpty() ? request : request.after(next));
        assertThat(page.departures()).hasSizeLessThanOrEqualTo(limit);
        paged.addAll(ids(page.departures()));
        next = page.next();
      }
      assertThat(paged).as("pages of " + limit).isEqualTo(all);
    }
  }

  @Test
  void what_can_never_be_right_is_refused_by_name() {
    assertThatThrownBy(() -> calendar(401))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContainingAll("dates", "400");
    assertThatThrownBy(() -> calendar(1).limit(1_001)).hasMessageContaining("limit");
    assertThatThrownBy(() -> calendar(1).channel("a b")).hasMessageContainingAll("channel", "a b");
    assertThatThrownBy(() -> Party.of(0)).hasMessageContaining("units");
    for (String after : new String[] {"", "x", "2027-03-12T09:00", "2027-13-01T00:00/"}) {
      assertThatThrownBy(() -> find(calendar(1).after(after)))
          .isInstanceOf(InvalidRequestException.class)
          .hasMessageContainingAll("after", after);
    }
  }

  @Test
  void a_product_without_departures_has_an_empty_page() {
    assertThat(fixture.travel().search().find(calendar(60)))
        .isEqualTo(new SearchPage(List.of(), null));
  }
}
