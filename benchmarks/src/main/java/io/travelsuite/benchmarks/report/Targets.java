package io.travelsuite.benchmarks.report;

import io.travelsuite.benchmarks.sale.Strategy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The targets, judged by one run of the program. They are meant for MySQL at full durability on two
 * cores that clients and server share.
 */
public final class Targets {

  private static final int CROWD = 512;
  private static final String COMBINING = Strategy.COMBINING.name();

  private final Results results;

  private Targets(Results results) {
    this.results = results;
  }

  /** All targets. */
  public static List<Target> of(Results results) {
    Targets targets = new Targets(results);
    return Stream.of(targets.throughput(), targets.others(), targets.searches())
        .flatMap(some -> some)
        .toList();
  }

  private Stream<Target> throughput() {
    return Stream.of(
        hot(Strategy.SELECT_FOR_UPDATE_SUM, 45),
        hot(Strategy.SELECT_FOR_UPDATE_COUNTER, 25),
        atLeast(
            "COMBINING ÷ best of the others, 512 callers, 5,000 occurrences",
            8,
            ratio(sales(COMBINING, CROWD, 5_000), bestOfOthers(5_000))),
        atLeast(
            "COMBINING ÷ bulk insert, 512 callers, 1 occurrence",
            0.6,
            ratio(sales(COMBINING, CROWD, 1), results.best(Results.BULK, ""))),
        atLeast(
            "COMBINING ÷ CONDITIONAL_UPDATE, 1 caller, 1 occurrence",
            0.97,
            ratio(sales(COMBINING, 1, 1), sales(Strategy.CONDITIONAL_UPDATE.name(), 1, 1))));
  }

  private Stream<Target> others() {
    return Stream.of(
        atMost("COMBINING: p99 ÷ p50, 512 callers, 1 occurrence", 4, spread(1)),
        atMost("COMBINING: p99 ÷ p50, 512 callers, 5,000 occurrences", 4, spread(5_000)),
        atLeast(
            "COMBINING: refusals/s ÷ sales/s, 512 callers",
            4,
            ratio(
                results.best(Results.REFUSALS, COMBINING), results.best(Results.SALES, COMBINING))),
        atMost(
            "COMBINING beside a departure kept by somebody: p99 ÷ p99 without, 64 callers",
            1.5,
            neighbour()),
        growth(),
        atLeast(
            "COMBINING: sales/s with customers sealed at rest ÷ without, 512 callers",
            0.9,
            ratio(
                results.best(Results.PERSONAL + "sealed", COMBINING),
                results.best(Results.PERSONAL + "plain", COMBINING))),
        atMost("replay with 64 workers, seconds", 60, results.best(Results.REPLAY, COMBINING)),
        atMost(
            "replay: COMBINING's time ÷ DIRECT's",
            0.35,
            ratio(
                results.best(Results.REPLAY, COMBINING),
                results.best(Results.REPLAY, Strategy.DIRECT.name()))));
  }

  private Stream<Target> searches() {
    return Stream.of("calendar-60-days", "between-1-day")
        .flatMap(
            kind -> {
              Result slowest =
                  results.of(Results.SEARCH + kind).stream()
                      .max(Comparator.comparingDouble(Targets::p99))
                      .orElse(null);
              String what =
                  "search, %s, %,d departures"
                      .formatted(kind, slowest == null ? 1_000_000 : slowest.occurrences());
              return Stream.of(
                  atMost(what + ": p50, ms", 10, slowest == null ? null : slowest.p50Ms()),
                  atMost(what + ": p99, ms", 30, slowest == null ? null : slowest.p99Ms()));
            });
  }

  private static double p99(Result result) {
    return result.p99Ms() == null ? 0 : result.p99Ms();
  }

  private Target hot(Strategy other, double limit) {
    return atLeast(
        "COMBINING ÷ " + other + ", 512 callers, 1 occurrence",
        limit,
        ratio(sales(COMBINING, CROWD, 1), sales(other.name(), CROWD, 1)));
  }

  private @Nullable Double neighbour() {
    List<Result> both = results.of(Results.NEIGHBOUR);
    return both.size() < 2 ? null : quotient(both.get(1).p99Ms(), both.get(0).p99Ms());
  }

  private Target growth() {
    List<Result> bySize =
        results.of(Results.GROWTH).stream()
            .filter(result -> result.strategy().equals(COMBINING))
            .sorted(Comparator.comparingLong(Targets::stored))
            .toList();
    if (bySize.size() < 2) {
      return atLeast("throughput with 5,000,000 bookings stored ÷ with 1,000", 0.9, null);
    }
    Result few = bySize.get(0);
    Result many = bySize.get(bySize.size() - 1);
    return atLeast(
        "throughput with %,d bookings stored ÷ with %,d".formatted(stored(many), stored(few)),
        0.9,
        many.median() / few.median());
  }

  /** How many bookings were stored. */
  static long stored(Result growth) {
    return Long.parseLong(growth.benchmark().substring(Results.GROWTH.length()));
  }

  private OptionalDouble sales(String strategy, int threads, int occurrences) {
    return results.locking(strategy, threads, occurrences).stream()
        .mapToDouble(Result::median)
        .findFirst();
  }

  private OptionalDouble bestOfOthers(int occurrences) {
    return Arrays.stream(Strategy.values())
        .filter(strategy -> strategy != Strategy.COMBINING)
        .flatMapToDouble(s -> sales(s.name(), CROWD, occurrences).stream())
        .max();
  }

  private @Nullable Double spread(int occurrences) {
    return results
        .locking(COMBINING, CROWD, occurrences)
        .map(result -> quotient(result.p99Ms(), result.p50Ms()))
        .orElse(null);
  }

  private static @Nullable Double quotient(@Nullable Double a, @Nullable Double b) {
    return a == null || b == null ? null : a / b;
  }

  private static @Nullable Double ratio(OptionalDouble a, OptionalDouble b) {
    return a.isPresent() && b.isPresent() ? a.getAsDouble() / b.getAsDouble() : null;
  }

  private static Target atLeast(String what, double limit, @Nullable Double measured) {
    return new Target(what, false, limit, measured);
  }

  private static Target atMost(String what, double limit, @Nullable Double measured) {
    return new Target(what, true, limit, measured);
  }

  private static Target atMost(String what, double limit, OptionalDouble measured) {
    return atMost(what, limit, measured.isPresent() ? measured.getAsDouble() : null);
  }
}
