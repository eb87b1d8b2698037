package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.examples.database.TestSchema;
import java.util.ArrayList;
import java.util.List;

/** Runs of the same, as many as the form says. */
final class Repeated {

  private final Bench bench;

  Repeated(Bench bench) {
    this.bench = bench;
  }

  /** One run, in a schema. */
  interface Run {
    Sample in(TestSchema schema) throws InterruptedException;
  }

  /** Measures, each run in a schema of its own. */
  void measure(Result.Subject subject, Run run) throws InterruptedException {
    List<Sample> samples = new ArrayList<>();
    for (int round = 0; round < bench.form().rounds(); round++) {
      try (TestSchema schema = bench.database().newSchema()) {
        samples.add(run.in(schema));
      }
    }
    add(subject, samples);
  }

  /** Measures two things in turn, both in the same schema each time. */
  void inTurn(Result.Subject first, Run firstRun, Result.Subject second, Run secondRun)
      throws InterruptedException {
    List<Sample> firsts = new ArrayList<>();
    List<Sample> seconds = new ArrayList<>();
    for (int round = 0; round < bench.form().rounds(); round++) {
      try (TestSchema schema = bench.database().newSchema()) {
        firsts.add(firstRun.in(schema));
        seconds.add(secondRun.in(schema));
      }
    }
    add(first, firsts);
    add(second, seconds);
  }

  void add(Result.Subject subject, List<Sample> samples) {
    Result result = subject.of(samples);
    bench.results().add(result);
    bench
        .log()
        .say(
            "%-18s %-26s %4d   %,11.1f %-10s p50 %9s ms   p99 %9s ms",
            result.benchmark(),
            result.strategy(),
            result.threads(),
            result.median(),
            result.unit(),
            String.valueOf(result.p50Ms()),
            String.valueOf(result.p99Ms()));
  }
}
