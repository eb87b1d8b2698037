package io.travelsuite.jdbc.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.travelsuite.booking.HoldRequest;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.inventory.OccurrenceRequest;
import io.travelsuite.inventory.Stop;
import io.travelsuite.jdbc.Fixture;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.jdbc.TestClock;
import io.travelsuite.price.DateRange;
import io.travelsuite.price.Price;
import io.travelsuite.price.PriceRule;
import io.travelsuite.price.PriceScope;
import io.travelsuite.search.Departure;
import io.travelsuite.search.SearchRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches answer the same whatever a host's sessions and JVM are set to. */
class HostileSessionSearchTest {

  private static final LocalDate DAY = LocalDate.parse("2027-11-07"); // clocks go back in New York

  private final TestClock clock = new TestClock(Instant.parse("2027-10-01T00:00:00Z"));
  private Fixture fixture;
  private List<Departure> expected;

  @BeforeEach
  void open() {
    fixture = Fixture.create();
    JdbcTravel travel = JdbcTravel.builder(fixture.dataSource()).clock(clock).build();
    Stop[] stops = {Stop.of("A", 0), Stop.of("B", 1_440)};
    PriceRule rule = new PriceRule(PriceScope.ANY.dates(DateRange.on(DAY)), Price.of("EUR", 1_000));
    travel.prices().put(fixture.product().id(), List.of(rule)).orElseThrow();
    for (int day = -1; day <= 1; day++) {
      OccurrenceId id =
          fixture.open(
              OccurrenceRequest.of(fixture.product().id(), DAY.plusDays(day).atTime(1, 30))
                  .pool(Fixture.POOL, 9)
                  .stops(stops));
      travel.bookings().hold(HoldRequest.of(id, 2 + day)).orElseThrow();
    }
    clock.advance(Duration.ofHours(1));
    expected = find(travel);
    assertThat(expected).hasSize(4);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private List<Departure> find(JdbcTravel travel) {
    SearchRequest calendar =
        SearchRequest.calendar(fixture.product().id(), DAY.minusDays(1), DAY.plusDays(1));
    SearchRequest between = SearchRequest.between(fixture.operator().id(), "A", "B", DAY);
    return Stream.of(calendar, between)
        .flatMap(request -> travel.search().find(request).departures().stream())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sessionVariables=time_zone='-08:00'",
        "sessionVariables=sql_mode='ANSI,NO_BACKSLASH_ESCAPES'",
        "sessionVariables=transaction_isolation='SERIALIZABLE'",
        "sendFractionalSeconds=false&connectionTimeZone=Asia/Tokyo",
        "useServerPrepStmts=true"
      })
  void a_session_changes_nothing(String parameters) {
    String here =
        fixture.database().isMariaDb() ? parameters.replace("transaction_", "tx_") : parameters;
    HikariDataSource host = fixture.schema().dataSource(2, here);

    assertThat(find(JdbcTravel.builder(host).clock(clock).build())).isEqualTo(expected);
  }

  @Test
  void a_jvm_in_another_time_zone_changes_nothing() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
    try {
      HikariDataSource host = fixture.schema().dataSource(2);
      assertThat(find(JdbcTravel.builder(host).clock(clock).build())).isEqualTo(expected);
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
