package io.travelsuite.benchmarks.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.jdbc.JdbcTravel;
import io.travelsuite.search.Departure;
import io.travelsuite.search.Search;
import io.travelsuite.search.Status;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SearchWorldTest {

  private static final Scale TWO_PRODUCTS = new Scale(2 * Scale.DAYS - 1);

  private static TestSchema schema;
  private static DataSource dataSource;
  private static SearchWorld world;

  @BeforeAll
  static void store() {
    schema = TestDatabase.shared().newSchema();
    dataSource = schema.dataSource(2);
    world = new SearchWorld(dataSource, TWO_PRODUCTS);
    world.open(day -> {});
    world.book(day -> {});
  }

  @AfterAll
  static void close() {
    schema.close();
  }

  private static long number(String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void it_stores_what_it_says() throws SQLException {
    int booked = 2 * (Scale.DAYS - 1);

    assertThat(number("SELECT COUNT(*) FROM travel_occurrence")).isEqualTo(booked + 2);
    assertThat(number("SELECT COUNT(*) FROM travel_counter"))
        .as("one product in five has four counters beside each")
        .isEqualTo(Scale.DAYS * 7L * (1 + 5));
    assertThat(number("SELECT COUNT(*) FROM travel_booking")).isEqualTo(5L * booked);
    assertThat(number("SELECT COUNT(*) FROM travel_hold")).isBetween(2L * booked / 11, booked / 4L);
  }

  @Test
  void every_counter_and_hold_follows_from_the_bookings() {
    assertThat(world.travel().integrity().verify()).isEmpty();
  }

  @Test
  void searches_find_departures_of_which_some_are_sold_out_and_most_have_a_price() {
    Search search = world.travel().search();

    List<Departure> year = search.find(world.questions(1).calendar(365)).departures();

    assertThat(year).hasSize(365);
    assertThat(year).filteredOn(d -> d.status() == Status.SOLD_OUT).hasSizeBetween(30, 70);
    assertThat(year).filteredOn(d -> d.price() != null).hasSizeGreaterThan(290);
  }

  @Test
  void a_searching_caller_is_timed() {
    Questions questions = world.questions(1);

    Sample sample =
        new Searching(world.travel().search())
            .run(() -> questions.between(7), Duration.ZERO, Duration.ofMillis(200));

    assertThat(sample.value()).isPositive();
    assertThat(sample.p99Ms()).isGreaterThanOrEqualTo(sample.p50Ms());
  }

  @Test
  void plans_are_gathered_of_each_query() {
    Plans plans = new Plans("EXPLAIN");
    Search search = JdbcTravel.builder(plans.watch(dataSource)).build().search();

    search.find(world.questions(1).calendar(60));

    assertThat(plans.found())
        .hasSizeGreaterThanOrEqualTo(2)
        .anyMatch(plan -> plan.contains("travel_occurrence_run"));
  }
}
