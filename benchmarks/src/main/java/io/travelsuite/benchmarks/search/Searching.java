package io.travelsuite.benchmarks.search;

import io.travelsuite.benchmarks.load.Latencies;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.search.Search;
import io.travelsuite.search.SearchRequest;
import java.time.Duration;
import java.util.function.Supplier;

/** One caller that searches for a while, one request after the other. */
public final class Searching {

  private final Search search;

  public Searching(Search search) {
    this.search = search;
  }

  /** Searches, at first for a while that is not measured. */
  public Sample run(Supplier<SearchRequest> questions, Duration warmUp, Duration measured) {
    Latencies latencies = new Latencies();
    run(questions, warmUp, latencies);
    latencies.reset();
    long done = run(questions, measured, latencies);
    return Sample.of(done / (measured.toNanos() / 1e9), latencies.histogram());
  }

  private long run(Supplier<SearchRequest> questions, Duration time, Latencies latencies) {
    long end = System.nanoTime() + time.toNanos();
    long done = 0;
    while (System.nanoTime() < end) {
      SearchRequest request = questions.get();
      long start = System.nanoTime();
      search.find(request);
      latencies.record(start, System.nanoTime());
      done++;
    }
    return done;
  }
}
