package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.History;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.BulkInsert;
import io.travelsuite.benchmarks.sale.Shop;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The same test with few and with many bookings stored, in turn, each in a schema of its own. */
final class Growth {

  private static final int CROWD = 512;
  private static final int PLENTY = 100_000_000;
  private static final int WRITERS = 4;
  private static final long EVERY = 500_000;

  private final Bench bench;

  Growth(Bench bench) {
    this.bench = bench;
  }

  void run() throws InterruptedException {
    Map<Integer, TestSchema> schemas = new LinkedHashMap<>();
    try {
      for (int stored : bench.form().growth()) {
        TestSchema schema = bench.database().newSchema();
        schemas.put(stored, schema);
        store(schema, stored);
      }
      measure(schemas);
    } finally {
      schemas.values().forEach(TestSchema::close);
    }
  }

  private void store(TestSchema schema, int bookings) throws InterruptedException {
    AtomicLong told = new AtomicLong();
    try (Shop shop = Shop.open(schema.jdbcUrl(), Strategy.DIRECT, WRITERS)) {
      BulkInsert bulk = new BulkInsert(shop.pool(), shop.market());
      new History(shop.market(), bulk, WRITERS)
          .store(
              bookings,
              done -> {
                long last = told.get();
                if (done >= last + EVERY && told.compareAndSet(last, done)) {
                  bench.log().say("  %,d of %,d bookings stored", done, bookings);
                }
              });
    }
    bench.log().say("%,d bookings stored", bookings);
  }

  private void measure(Map<Integer, TestSchema> schemas) throws InterruptedException {
    Map<Integer, List<Sample>> samples = new LinkedHashMap<>();
    Drivers drivers = new Drivers(bench);
    for (int round = 0; round < bench.form().rounds(); round++) {
      for (Map.Entry<Integer, TestSchema> schema : schemas.entrySet()) {
        samples
            .computeIfAbsent(schema.getKey(), stored -> new ArrayList<>())
            .add(drivers.loop(Strategy.COMBINING, schema.getValue(), PLENTY));
      }
    }
    Repeated repeated = new Repeated(bench);
    samples.forEach(
        (stored, runs) ->
            repeated.add(
                new Result.Subject(
                    Results.GROWTH + stored, Strategy.COMBINING.name(), CROWD, 1, "sales/s"),
                runs));
  }
}
