package io.travelsuite.benchmarks.locking;

import io.travelsuite.benchmarks.load.Sample;
import java.time.Duration;
import java.util.Collection;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link SeatLocking} by JMH, one run at a time, so that the strategies can be interleaved.
 *
 * @param warmUp of each run
 * @param measured of each run
 */
public record LockingRuns(Duration warmUp, Duration measured) {

  /** One run: sales a second. */
  public Sample run(Cell cell, int pool, String jdbcUrl) {
    RunFolder folder = RunFolder.create(jdbcUrl);
    System.setProperty(RunFolder.PROPERTY, folder.path().toString());
    try {
      Collection<RunResult> results = new Runner(options(cell, pool)).run();
      if (results.isEmpty()) {
        throw new IllegalStateException("JMH measured nothing of " + cell);
      }
      return folder.sample(results.iterator().next().getPrimaryResult().getScore());
    } catch (RunnerException e) {
      throw new IllegalStateException("JMH failed at " + cell, e);
    } finally {
      System.clearProperty(RunFolder.PROPERTY);
      folder.delete();
    }
  }

  private Options options(Cell cell, int pool) {
    return new OptionsBuilder()
        .include("^" + SeatLocking.class.getName().replace(".", "\\.") + "\\.sell$")
        .param("strategy", cell.strategy().name())
        .param("occurrences", String.valueOf(cell.occurrences()))
        .param("pool", String.valueOf(pool))
        .threads(cell.threads())
        .forks(0)
        .warmupIterations(1)
        .warmupTime(TimeValue.milliseconds(warmUp.toMillis()))
        .measurementIterations(1)
        .measurementTime(TimeValue.milliseconds(measured.toMillis()))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT)
        .build();
  }
}
