package io.travelsuite.benchmarks.report;

import io.travelsuite.benchmarks.load.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * What several runs of the same came to.
 *
 * @param benchmark which
 * @param strategy how seats are sold; empty where that is not the question
 * @param threads callers, or connections of the bulk insert
 * @param occurrences departures
 * @param unit of median, min and max
 * @param median of the runs
 * @param min of the runs
 * @param max of the runs
 * @param p50Ms median of the runs' median latencies; null where none is measured
 * @param p99Ms median of the runs' 99th percentiles; null where none is measured
 */
public record Result(
    String benchmark,
    String strategy,
    int threads,
    int occurrences,
    String unit,
    double median,
    double min,
    double max,
    @Nullable Double p50Ms,
    @Nullable Double p99Ms) {

  /** What is measured, without figures. */
  public record Subject(
      String benchmark, String strategy, int threads, int occurrences, String unit) {

    /** With the figures of its runs. */
    public Result of(List<Sample> runs) {
      return of(runs, median(runs, Sample::p50Ms), median(runs, Sample::p99Ms));
    }

    /** With figures that have no latencies. */
    public Result withoutLatencies(List<Sample> runs) {
      return of(runs, null, null);
    }

    private Result of(List<Sample> runs, @Nullable Double p50Ms, @Nullable Double p99Ms) {
      double[] values = runs.stream().mapToDouble(Sample::value).sorted().toArray();
      return new Result(
          benchmark,
          strategy,
          threads,
          occurrences,
          unit,
          rounded(median(runs, Sample::value)),
          rounded(values[0]),
          rounded(values[values.length - 1]),
          p50Ms == null ? null : rounded(p50Ms),
          p99Ms == null ? null : rounded(p99Ms));
    }
  }

  private static double median(List<Sample> runs, ToDoubleFunction<Sample> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** To what a person reads: three digits after the point. */
  private static double rounded(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
