package io.travelsuite.benchmarks.suite;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.travelsuite.benchmarks.load.Sample;
import io.travelsuite.benchmarks.report.Result;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.sale.Strategy;
import io.travelsuite.examples.database.TestSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** The example that replays two hotels' bookings, in a JVM of its own. */
final class Replays {

  private static final int WORKERS = 64;

  /** The replay's own switch for deciding each call by itself. */
  private static final String DIRECT = "--without-combining";

  private final Bench bench;
  private final Path folder;

  Replays(Bench bench, Path folder) {
    this.bench = bench;
    this.folder = folder;
  }

  void run() throws IOException, InterruptedException {
    measure(Strategy.COMBINING, List.of());
    measure(Strategy.DIRECT, List.of(DIRECT));
  }

  private void measure(Strategy strategy, List<String> options)
      throws IOException, InterruptedException {
    OptionalDouble seconds = replay(strategy, options);
    if (seconds.isEmpty()) {
      bench.log().say("replay %s: not measured, see replay-%s.log", strategy, strategy);
      return;
    }
    bench
        .results()
        .add(
            new Result.Subject(Results.REPLAY, strategy.name(), WORKERS, 0, "s")
                .withoutLatencies(List.of(new Sample(seconds.getAsDouble(), 0, 0))));
    bench.log().say("replay %s: %.1f s", strategy, seconds.getAsDouble());
  }

  private OptionalDouble replay(Strategy strategy, List<String> options)
      throws IOException, InterruptedException {
    Path out = folder.resolve("replay-" + strategy);
    try (TestSchema schema = bench.database().newSchema()) {
      Files.deleteIfExists(out.resolve("summary.json"));
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.add("io.travelsuite.examples.replay.Replay");
      command.addAll(List.of("--workers", String.valueOf(WORKERS), "--out", out.toString()));
      command.addAll(List.of("--jdbc-url", schema.jdbcUrl()));
      command.addAll(options);
      int exit =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("replay-" + strategy + ".log").toFile())
              .start()
              .waitFor();
      return exit == 0
          ? OptionalDouble.of(
              new ObjectMapper()
                  .readTree(out.resolve("summary.json").toFile())
                  .path("seconds")
                  .asDouble())
          : OptionalDouble.empty();
    }
  }
}
