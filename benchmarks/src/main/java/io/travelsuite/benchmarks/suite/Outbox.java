package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.outbox.RelayLoad;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;

/** The relay of the outbox, with a handler that does nothing. */
final class Outbox {

  private static final int PER_SECOND = 100;
  private static final int MOST_WORKERS = 4;

  private final Bench bench;

  Outbox(Bench bench) {
    this.bench = bench;
  }

  void run() throws InterruptedException {
    Repeated repeated = new Repeated(bench);
    int events = bench.form().outboxEvents();
    for (int workers = 1; workers <= MOST_WORKERS; workers *= 4) {
      RelayLoad load = new RelayLoad(workers);
      repeated.measure(
          new Result.Subject(Results.OUTBOX + "drain", "", workers, 1, "events/s"),
          schema -> load.drain(schema, events));
    }
    repeated.measure(
        new Result.Subject(Results.OUTBOX + "latency", "", 1, 1, "events/s"),
        schema ->
            new RelayLoad(1).latency(schema, PER_SECOND, bench.form().measured().multipliedBy(4)));
  }
}
