package io.travelsuite.examples.gtfs;

import io.travelsuite.booking.Bookings;
import io.travelsuite.examples.program.Progress;
import io.travelsuite.examples.program.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Several clerks that sell the same departures at once. */
final class Workload {

  private final Bookings bookings;
  private final Workers workers;
  private final long seed;

  /**
   * A workload.
   *
   * @param seed by which clerks get the same parties again, in whatever order they are served
   */
  Workload(Bookings bookings, Workers workers, long seed) {
    this.bookings = bookings;
    this.workers = workers;
    this.seed = seed;
  }

  /**
   * Some departures, the longest and others from all over the timetable.
   *
   * @param most how many at most; a tenth of them are of the longest trips
   */
  static List<Run> sample(List<Run> runs, int most) {
    int legs = runs.stream().mapToInt(Workload::legs).max().orElse(0);
    List<Run> longest =
        runs.stream()
            .filter(run -> 2 * legs(run) > legs)
            .sorted(Comparator.comparingInt(Workload::legs).reversed())
            .toList();
    List<Run> others = runs.stream().filter(run -> 2 * legs(run) <= legs).toList();
    int room = Math.min(longest.size(), Math.max(1, most / 10));
    return Stream.concat(spread(longest, room).stream(), spread(others, most - room).stream())
        .toList();
  }

  private static List<Run> spread(List<Run> runs, int most) {
    int many = Math.min(most, runs.size());
    List<Run> some = new ArrayList<>(many);
    for (int i = 0; i < many; i++) {
      some.add(runs.get((int) ((long) i * runs.size() / many)));
    }
    return some;
  }

  private static int legs(Run run) {
    return run.departure().pattern().legs();
  }

  /** One of the longest, as long as any. */
  static Run longest(List<Run> runs) {
    return runs.stream().max(Comparator.comparingInt(Workload::legs)).orElseThrow();
  }

  /** Serves so many parties; tells how many were. */
  Sales run(List<Run> runs, int parties, Progress progress) {
    int clerks = workers.count();
    List<Integer> numbers = IntStream.range(0, clerks).boxed().toList();
    return workers
        .each(
            numbers,
            number -> {
              RandomParties its = new RandomParties(runs, new Random(seed + number));
              int share = parties * (number + 1) / clerks - parties * number / clerks;
              return new Clerk(bookings, its).serve(share, progress);
            })
        .stream()
        .reduce(Sales.NONE, Sales::plus);
  }
}
