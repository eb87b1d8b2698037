package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.webhook.InboxLoad;
import io.travelsuite.examples.database.TestSchema;
import java.util.List;

/** Webhooks at a fixed rate into the inbox, whose process is killed in the middle. */
final class Webhooks {

  private static final int PER_SECOND = 1_000;

  private final Bench bench;

  Webhooks(Bench bench) {
    this.bench = bench;
  }

  void run() throws InterruptedException {
    InboxLoad load = new InboxLoad(PER_SECOND, bench.form().webhooks());
    try (TestSchema schema = bench.database().newSchema()) {
      InboxLoad.Outcome outcome = load.killingTheProcess(schema);
      bench.log().say("webhooks, process killed in the middle: %s", outcome);
      Result.Subject subject =
          new Result.Subject(Results.WEBHOOKS + PER_SECOND, "", 0, 0, "deliveries/s");
      new Repeated(bench).add(subject, List.of(outcome.sample()));
      if (outcome.lost() + outcome.twice() > 0) {
        throw new IllegalStateException("events were lost or handled twice");
      }
    }
  }
}
