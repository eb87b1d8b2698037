package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.booking.Booking;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.Rows;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.search.SearchRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a search reads, counted by the server row by row. */
class FlatSearchTest {

  private static final LocalDate FIRST = LocalDate.parse("2027-04-01");
  private static final int DAYS = 20;

  private static Fixture fixture;
  private static final List<OccurrenceId> DEPARTURES = new ArrayList<>();

  @BeforeAll
  static void open() {
    fixture = Fixture.create();
    PriceRule rule = new PriceRule(PriceScope.ANY, Price.of("EUR", 1_000));
    fixture.travel().prices().put(fixture.product().id(), List.of(rule)).orElseThrow();
    for (int day = 0; day < DAYS; day++) {
      DEPARTURES.add(fixture.open(request(FIRST.plusDays(day))));
    }
  }

  @AfterAll
  static void close() {
    fixture.close();
  }

  private static OccurrenceRequest request(LocalDate date) {
    return OccurrenceRequest.of(fixture.product().id(), date.atTime(9, 0))
        .pool(Fixture.POOL, 1_000)
        .stops(Stop.of("A", 0), Stop.of("B", 60), Stop.of("C", 120));
  }

  private static SearchRequest calendar() {
    return SearchRequest.calendar(fixture.product().id(), FIRST, FIRST.plusDays(DAYS - 1L));
  }

  private static SearchRequest between() {
    return SearchRequest.between(fixture.operator().id(), "A", "C", FIRST.plusDays(3));
  }

  /** How often the server read a row or went to the next. */
  private static long reads(Connection connection) throws SQLException {
    return Rows.texts(
            connection,
            """
            SELECT variable_value FROM %s.session_status WHERE variable_name LIKE 'Handler_read%%'
            """
                .formatted(
                    fixture.database().isMariaDb() ? "information_schema" : "performance_schema"))
        .stream()
        .mapToLong(Long::parseLong)
        .sum();
  }

  private static long cost(SearchRequest request) throws SQLException {
    try (Connection host = fixture.connect()) {
      host.setAutoCommit(false);
      fixture.travel().joining(host).search().find(request); // layouts and terms are kept
      long idle = reads(host);
      idle = reads(host) - idle; // what asking reads itself
      long before = reads(host);
      assertThat(fixture.travel().joining(host).search().find(request).departures())
          .isNotEmpty()
          .allMatch(departure -> departure.price() != null);
      return reads(host) - before - idle;
    }
  }

  @Test
  void a_search_reads_the_same_rows_however_many_bookings_and_live_holds_there_are()
      throws SQLException {
    long calendar = cost(calendar());
    long between = cost(between());
    assertThat(calendar).isBetween(1L, 600L);
    assertThat(between).isBetween(1L, 100L);

    for (int i = 0; i < 400; i++) {
      HoldRequest request = HoldRequest.of(DEPARTURES.get(i % 5), 1);
      Booking held = fixture.travel().bookings().hold(request).orElseThrow();
      if (i % 2 == 0) {
        fixture.travel().bookings().confirm(held.id(), "p").orElseThrow();
      }
    }

    assertThat(cost(calendar())).isEqualTo(calendar);
    assertThat(cost(between())).isEqualTo(between);
    controlASumOverBookingsGrows();
  }

  /** The negative control: what is left as one would sum it up grows with the bookings. */
  private static void controlASumOverBookingsGrows() throws SQLException {
    try (Connection connection = fixture.connect()) {
      long before = reads(connection);
      Rows.texts(
          connection,
          "SELECT SUM(LENGTH(unit_states)) FROM travel_line WHERE occurrence_id = ?",
          DEPARTURES.get(0).value());
      long few = reads(connection) - before;
      before = reads(connection);
      Rows.texts(
          connection,
          "SELECT SUM(LENGTH(unit_states)) FROM travel_line WHERE occurrence_id = ?",
          DEPARTURES.get(DAYS - 1).value());
      long none = reads(connection) - before;
      assertThat(few).isGreaterThan(none + 50);
    }
  }

  @Test
  void a_search_reads_the_same_rows_however_many_other_departures_there_are() throws SQLException {
    long calendar = cost(calendar());
    long between = cost(between());

    for (int day = DAYS; day < DAYS + 100; day++) {
      fixture.open(request(FIRST.plusDays(day)));
    }

    assertThat(cost(calendar())).isEqualTo(calendar);
    assertThat(cost(between())).isEqualTo(between);
  }
}
