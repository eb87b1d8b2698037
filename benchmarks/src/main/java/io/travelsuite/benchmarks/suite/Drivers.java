package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.Ceiling;
import io.travelsuite.benchmarks.load.ClosedLoop;
import io.travelsuite.benchmarks.load.FixedRate;
import io.travelsuite.benchmarks.load.OnSale;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.BulkInsert;
import io.travelsuite.benchmarks.sale.Sale;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import io.travelsuite.inventory.OccurrenceId;
import java.util.List;

/** The load drivers, over schemas and shops. */
final class Drivers {

  private static final int CROWD = 512;
  private static final int PLENTY = 100_000_000;
  private static final int BATCH = 256;
  private static final List<Strategy> COMPARED =
      List.of(Strategy.CONDITIONAL_UPDATE, Strategy.COMBINING);
  private static final List<Integer> WRITERS = List.of(1, 2, 3, 4, 8);

  private final Bench bench;
  private final Repeated repeated;

  Drivers(Bench bench) {
    this.bench = bench;
    this.repeated = new Repeated(bench);
  }

  /** What the database takes at most. */
  void bulk() throws InterruptedException {
    for (int writers : WRITERS) {
      repeated.measure(
          new Result.Subject(Results.BULK, "", writers, 1, "bookings/s"),
          schema -> {
            Form form = bench.form();
            try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.DIRECT, writers)) {
              BulkInsert bulk = new BulkInsert(shop.pool(), shop.market());
              OccurrenceId departure = shop.market().open(1, PLENTY).get(0);
              return new Ceiling(writers, BATCH, form.warmUp(), form.measured())
                  .run(bulk, departure);
            }
          });
    }
  }

  /** Refusals on a sold-out departure, and sales on an open one, in turn. */
  void refusals() throws InterruptedException {
    for (Strategy strategy : COMPARED) {
      repeated.inTurn(
          new Result.Subject(Results.SALES, strategy.name(), CROWD, 1, "sales/s"),
          schema -> loop(strategy, schema, PLENTY),
          new Result.Subject(Results.REFUSALS, strategy.name(), CROWD, 1, "refusals/s"),
          schema -> loop(strategy, schema, 0));
    }
  }

  /** Answers a second of a departure with so many seats: plenty, or none. */
  Sample loop(Strategy strategy, TestSchema schema, int seats) throws InterruptedException {
    int connections = bench.pools().of(strategy, 1, CROWD);
    try (Shop shop = Shop.open(schema.jdbcUrl(), strategy, connections)) {
      return new ClosedLoop(CROWD, bench.form().warmUp(), bench.form().measured())
          .run(
              shop.sale(),
              shop.market().open(1, seats),
              seats == 0 ? Sale.Answer.SOLD_OUT : Sale.Answer.SOLD);
    }
  }

  /** Latency at fixed arrival rates, one hot departure. */
  void rates() throws InterruptedException {
    for (int rate : bench.form().rates()) {
      for (Strategy strategy : COMPARED) {
        repeated.measure(
            new Result.Subject(Results.FIXED_RATE + rate, strategy.name(), CROWD, 1, "sales/s"),
            schema -> {
              int connections = bench.pools().of(strategy, 1, CROWD);
              try (Shop shop = Shop.open(schema.jdbcUrl(), strategy, connections)) {
                return new FixedRate(rate, CROWD, bench.form().warmUp(), bench.form().measured())
                    .run(shop.sale(), shop.market().open(1, PLENTY));
              }
            });
      }
    }
  }

  /** Thousands of callers at once. */
  void onSale() throws InterruptedException {
    Form.OnSaleSize size = bench.form().onSale();
    for (Strategy strategy : size.everyStrategy() ? List.of(Strategy.values()) : COMPARED) {
      repeated.measure(
          new Result.Subject(Results.ON_SALE, strategy.name(), size.callers(), 1, "s"),
          schema -> {
            int connections = bench.pools().of(strategy, 1, CROWD);
            try (Shop shop = Shop.open(schema.jdbcUrl(), strategy, connections)) {
              OccurrenceId departure = shop.market().open(1, size.seats()).get(0);
              return new OnSale(size.callers(), CROWD).run(shop.sale(), departure, size.seats());
            }
          });
    }
  }
}
