package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What is pure CPU. The benchmarks live in the tests of this module, in the package of what they
 * measure, which is nobody else's business; JMH finds them on the class path.
 */
final class Micro {

  private static final String ALL = "^io\\.travelsuite\\.(jdbc|payments|security)\\..*";

  private final Bench bench;

  Micro(Bench bench) {
    this.bench = bench;
  }

  void run() {
    Options options =
        new OptionsBuilder()
            .include(ALL)
            .forks(0)
            .warmupIterations(2)
            .measurementIterations(3)
            .warmupTime(TimeValue.milliseconds(500))
            .measurementTime(TimeValue.milliseconds(500))
            .verbosity(VerboseMode.SILENT)
            .build();
    try {
      new Runner(options).run().forEach(this::add);
    } catch (RunnerException e) {
      bench.log().say("no micro-benchmarks on the class path: %s", String.valueOf(e.getMessage()));
    }
  }

  private void add(RunResult run) {
    List<Sample> samples = new ArrayList<>();
    run.getBenchmarkResults()
        .forEach(
            fork -> {
              for (IterationResult iteration : fork.getIterationResults()) {
                samples.add(new Sample(iteration.getPrimaryResult().getScore(), 0, 0));
              }
            });
    BenchmarkParams params = run.getParams();
    String name = params.getBenchmark().replaceFirst(".*\\.", "");
    Result result =
        new Result.Subject(
                Results.MICRO + name,
                "",
                params.getThreads(),
                0,
                run.getPrimaryResult().getScoreUnit())
            .withoutLatencies(samples);
    bench.results().add(result);
    bench.log().say("%-40s %,12.1f %s", result.benchmark(), result.median(), result.unit());
  }
}
