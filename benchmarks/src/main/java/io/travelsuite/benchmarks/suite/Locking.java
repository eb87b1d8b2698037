package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.locking.Cell;
import io.travelsuite.benchmarks.locking.LockingRuns;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The grid of strategies, callers and departures, by JMH. */
final class Locking {

  private static final int CROWD = 512;

  private final Bench bench;
  private final LockingRuns runs;

  Locking(Bench bench) {
    this.bench = bench;
    Form form = bench.form();
    this.runs = new LockingRuns(form.warmUp(), form.measured());
  }

  /** Tries numbers of connections, each strategy with a crowd at one and at many departures. */
  void findPools() {
    for (int occurrences :
        bench.form().grid().stream().map(Form.Load::occurrences).distinct().toList()) {
      for (Strategy strategy : Strategy.values()) {
        if (strategy.poolMatters() && !bench.form().pools().isEmpty()) {
          bench.pools().set(strategy, occurrences, bestPool(strategy, occurrences));
        }
      }
    }
  }

  private int bestPool(Strategy strategy, int occurrences) {
    int best = strategy.usualPool();
    double most = 0;
    try (TestSchema schema = bench.database().newSchema()) {
      for (int connections : bench.form().pools()) {
        Cell cell = new Cell(strategy, CROWD, occurrences);
        double sales = runs.run(cell, connections, schema.jdbcUrl()).value();
        bench
            .log()
            .say(
                "%s, %d departures, %d connections: %,.0f/s",
                strategy, occurrences, connections, sales);
        if (sales > most) {
          most = sales;
          best = connections;
        }
      }
    }
    return best;
  }

  /** Every round in a schema of its own, so that all find tables of like size. */
  void run() {
    Map<Cell, List<Sample>> samples = new LinkedHashMap<>();
    for (int round = 1; round <= bench.form().rounds(); round++) {
      try (TestSchema schema = bench.database().newSchema()) {
        for (Form.Load load : bench.form().grid()) {
          bench
              .log()
              .say(
                  "round %d of %d: %d callers, %d departures",
                  round, bench.form().rounds(), load.threads(), load.occurrences());
          for (Strategy strategy : turn(round)) {
            Cell cell = new Cell(strategy, load.threads(), load.occurrences());
            samples.computeIfAbsent(cell, c -> new ArrayList<>()).add(run(cell, schema));
          }
        }
      }
    }
    for (Form.Load load : bench.form().grid()) {
      for (Strategy strategy : Strategy.values()) {
        Cell cell = new Cell(strategy, load.threads(), load.occurrences());
        bench.results().add(result(cell, samples.getOrDefault(cell, List.of())));
      }
    }
  }

  private Sample run(Cell cell, TestSchema schema) {
    int connections = bench.pools().of(cell.strategy(), cell.occurrences(), cell.threads());
    Sample sample = runs.run(cell, connections, schema.jdbcUrl());
    bench
        .log()
        .say(
            "  %-26s %,9.0f/s   p50 %,9.1f ms   p99 %,9.1f ms",
            cell.strategy(), sample.value(), sample.p50Ms(), sample.p99Ms());
    return sample;
  }

  /** Each round begins with another strategy. */
  static List<Strategy> turn(int round) {
    List<Strategy> order = new ArrayList<>(List.of(Strategy.values()));
    Collections.rotate(order, round - 1);
    return order;
  }

  private static Result result(Cell cell, List<Sample> samples) {
    return new Result.Subject(
            Results.LOCKING, cell.strategy().name(), cell.threads(), cell.occurrences(), "sales/s")
        .of(samples);
  }
}
