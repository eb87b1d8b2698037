package io.travelsuite.benchmarks.sale;

import static org.assertj.core.api.Assertions.assertThat;

import io.travelsuite.benchmarks.sale.Sale.Answer;
import io.travelsuite.examples.database.TestDatabase;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import io.travelsuite.jdbc.JdbcTravel;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {

  private static final int CALLERS = 8;
  private static final int SEATS = 30;

  private final TestSchema schema = TestDatabase.shared().newSchema();

  @AfterEach
  void drop() {
    schema.close();
  }

  @ParameterizedTest
  @EnumSource
  void no_strategy_sells_a_seat_twice_or_leaves_one(Strategy strategy) throws Exception {
    try (Shop shop = Shop.open(schema.jdbcUrl(), strategy, CALLERS)) {
      OccurrenceId departure = shop.market().open(1, SEATS).get(0);

      int sold = sellOut(shop.sale(), departure);

      assertThat(sold).isEqualTo(SEATS);
      assertThat(unitsOf(shop, departure)).isEqualTo(SEATS);
      if (strategy.keepsCounter()) {
        assertThat(JdbcTravel.builder(shop.pool()).build().integrity().verify()).isEmpty();
      }
    }
  }

  @Test
  void a_sum_without_a_lock_is_caught_selling_seats_twice() throws Exception {
    int most = 0;
    try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.SELECT_FOR_UPDATE_SUM, CALLERS)) {
      PlainSale careless = new PlainSale(shop.pool(), shop.market(), StrategyTest::sumWithoutLock);
      for (int tries = 0; tries < 20 && most <= SEATS; tries++) {
        most = Math.max(most, sellOut(careless, shop.market().open(1, SEATS).get(0)));
      }
    }
    assertThat(most).isGreaterThan(SEATS);
  }

  @ParameterizedTest
  @EnumSource
  void every_strategy_writes_the_rows_that_the_library_writes(Strategy strategy) throws Exception {
    boolean counter = strategy.keepsCounter();

    assertThat(rowsOfOneSale(strategy, counter)).isEqualTo(rowsOfOneSale(Strategy.DIRECT, counter));
  }

  @Test
  void bulk_inserts_are_consistent() throws Exception {
    try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.DIRECT, 2)) {
      OccurrenceId departure = shop.market().open(1, 1_000).get(0);

      new BulkInsert(shop.pool(), shop.market()).confirmed(departure, 400, 30);

      assertThat(unitsOf(shop, departure)).isEqualTo(600);
      assertThat(JdbcTravel.builder(shop.pool()).build().integrity().verify()).isEmpty();
    }
  }

  private static boolean sumWithoutLock(Connection connection, SoldBooking booking)
      throws SQLException {
    try (var statement =
        connection.prepareStatement(
            "SELECT COALESCE(SUM(LENGTH(unit_states)), 0) FROM travel_line"
                + " WHERE occurrence_id = ?")) {
      statement.setBytes(1, Bytes.of(booking.occurrence()));
      try (var row = statement.executeQuery()) {
        row.next();
        return booking.units() <= booking.capacity() - row.getInt(1);
      }
    }
  }

  /** All callers buy a seat at a time until there is none; how many they got. */
  private static int sellOut(Sale sale, OccurrenceId departure) throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Callable<Integer>> tasks = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        tasks.add(() -> buyAll(sale, departure));
      }
      int sold = 0;
      for (Future<Integer> bought : callers.invokeAll(tasks)) {
        sold += bought.get();
      }
      return sold;
    } finally {
      callers.shutdown();
    }
  }

  private static int buyAll(Sale sale, OccurrenceId departure) {
    int bought = 0;
    while (sale.sell(wish(departure)) == Answer.SOLD) {
      bought++;
    }
    return bought;
  }

  private static Sale.Wish wish(OccurrenceId departure) {
    return new Sale.Wish(departure, 1, UUID.randomUUID().toString());
  }

  private static int unitsOf(Shop shop, OccurrenceId departure) throws SQLException {
    try (Connection connection = shop.pool().getConnection();
        var statement =
            connection.prepareStatement(
                "SELECT SUM(LENGTH(unit_states)) FROM travel_line WHERE occurrence_id = ?")) {
      statement.setBytes(1, Bytes.of(departure.value()));
      try (var row = statement.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  private static List<String> rowsOfOneSale(Strategy strategy, boolean counter)
      throws SQLException {
    try (TestSchema fresh = TestDatabase.shared().newSchema();
        Shop shop = Shop.open(fresh.jdbcUrl(), strategy, 4)) {
      OccurrenceId departure = shop.market().open(2, SEATS).get(1);
      assertThat(shop.sale().sell(new Sale.Wish(departure, 2, "key"))).isEqualTo(Answer.SOLD);
      return BookingDump.of(shop.pool(), departure.value(), counter);
    }
  }
}
