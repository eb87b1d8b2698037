package io.travelsuite.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** All results of a run of the program, by what they are about. */
public final class Results {

  /** The grid of strategies, callers and departures. */
  public static final String LOCKING = "seat-locking";

  /** Multi-row inserts of the same rows. */
  public static final String BULK = "bulk-insert";

  /** Sales on an open departure, beside the refusals. */
  public static final String SALES = "sales";

  /** Refusals on a sold-out departure. */
  public static final String REFUSALS = "refusals";

  /** Sales of one departure, another kept by somebody or not, which follows. */
  public static final String NEIGHBOUR = "neighbour-";

  /** Latency at a fixed arrival rate; the rate follows. */
  public static final String FIXED_RATE = "fixed-rate-";

  /** Thousands of callers at once. */
  public static final String ON_SALE = "on-sale";

  /** Sales with bookings stored; their number follows. */
  public static final String GROWTH = "growth-";

  /** The example that replays a hotel's bookings. */
  public static final String REPLAY = "replay";

  /** One caller who searches; for what follows. */
  public static final String SEARCH = "search-";

  /** Webhooks into the inbox, its process killed on the way; the rate follows. */
  public static final String WEBHOOKS = "webhooks-";

  /** Events through the relay of the outbox; what was measured follows. */
  public static final String OUTBOX = "outbox-";

  /** Sales to known customers; whether they are sealed at rest follows. */
  public static final String PERSONAL = "personal-";

  /** What is pure CPU; the name of the benchmark follows. */
  public static final String MICRO = "micro-";

  private final List<Result> all = new ArrayList<>();

  /** Adds one. */
  public void add(Result result) {
    all.add(result);
  }

  /** In the order they were measured. */
  public List<Result> all() {
    return List.copyOf(all);
  }

  /** Those of a benchmark, or of a family of them. */
  public List<Result> of(String prefix) {
    return all.stream().filter(result -> result.benchmark().startsWith(prefix)).toList();
  }

  /** A place in the grid. */
  public Optional<Result> locking(String strategy, int threads, int occurrences) {
    return of(LOCKING).stream()
        .filter(r -> r.strategy().equals(strategy))
        .filter(r -> r.threads() == threads && r.occurrences() == occurrences)
        .findFirst();
  }

  /** The median of the only or best result of that benchmark and strategy. */
  public OptionalDouble best(String benchmark, String strategy) {
    return of(benchmark).stream()
        .filter(r -> r.benchmark().equals(benchmark) && r.strategy().equals(strategy))
        .mapToDouble(Result::median)
        .max();
  }
}
