package io.travelsuite.examples.replay;

import io.travelsuite.examples.program.OutputFolder;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.program.Programs;
import io.travelsuite.examples.program.Workers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Replays 119,390 bookings of two hotels, and their cancellations, through the library into a real
 * database, and checks that no room was ever sold twice.
 */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Replays the bookings of two hotels, and checks that no room is sold twice.",
    footer = "Exit code: 0 all is well; 1 a check or the database failed; 2 bad input.")
public final class Replay implements Callable<Integer> {

  /**
   * More than any row of the trace needs threads for; a server takes 151 connections as shipped.
   */
  private static final int MOST_WORKERS = 128;

  private static final int MOST_ROOMS = 1_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--workers", paramLabel = "N", description = "how many book at once")
  private int workers = 16;

  @Option(names = "--capacity-resort", paramLabel = "ROOMS", description = "rooms of the resort")
  private int capacityResort = 150;

  @Option(names = "--capacity-city", paramLabel = "ROOMS", description = "rooms in the city")
  private int capacityCity = 220;

  @Option(
      names = "--without-combining",
      description = "decide each call in a transaction of its own, to compare with")
  private boolean withoutCombining;

  @Option(names = "--limit", paramLabel = "ROWS", description = "replay only the first rows")
  private @Nullable Integer limit;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "a MySQL or MariaDB database with user and password, where tables may be made; each"
              + " replay adds an operator of its own (default: an embedded MariaDB)")
  private @Nullable String jdbcUrl;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "another file of the same form, plain or gzip (default: the one inside)")
  private @Nullable Path data;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where summary and chart go (default: this example's target/replay)")
  private @Nullable Path out;

  /** For picocli, and {@link #main}. */
  Replay() {}

  /**
   * Replays; ends the JVM when something is wrong.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Programs.run(commandLine(), arguments);
  }

  /** The program without the end of the JVM. */
  static CommandLine commandLine() {
    return Programs.commandLine(new Replay());
  }

  @Override
  public Integer call() throws IOException {
    System.setProperty("java.awt.headless", "true");
    Programs.checkRange(spec.commandLine(), "--workers", workers, MOST_WORKERS);
    Programs.checkRange(spec.commandLine(), "--capacity-resort", capacityResort, MOST_ROOMS);
    Programs.checkRange(spec.commandLine(), "--capacity-city", capacityCity, MOST_ROOMS);
    Programs.checkRange(
        spec.commandLine(), "--limit", limit == null ? 1 : limit, Integer.MAX_VALUE);
    Trace trace = readTrace();
    Path folder = OutputFolder.create(out, Replay.class, "replay");
    say("Starting on %s", jdbcUrl == null ? "an embedded MariaDB" : "the database of --jdbc-url");
    int connections = workers + 2; // one for each worker, and something to spare
    try (ProgramDatabase database = ProgramDatabase.of(jdbcUrl, connections);
        Workers threads = new Workers(workers)) {
      Capacities capacities = new Capacities(capacityResort, capacityCity);
      ReplaySettings settings = new ReplaySettings(capacities, !withoutCombining);
      return replay(new Session(trace, settings, threads, database), folder);
    }
  }

  private int replay(Session session, Path folder) throws IOException {
    Path summaryFile = folder.resolve("summary.json");
    Path chartFile = folder.resolve("nights.png");
    Files.deleteIfExists(summaryFile); // what an earlier replay left would be taken for this one's
    Files.deleteIfExists(chartFile);
    Played played = session.play(writer());
    say("Verifying every counter against the bookings");
    Summary summary = Summary.of(played, session.check(played.ledger()));
    new Report(writer(), played.ledger(), summary).print();
    summary.write(summaryFile);
    say("Summary: %s", shown(summaryFile));
    draw(played, chartFile);
    return summary.problems().isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** A Java without fonts cannot draw, and that is no reason for a replay to fail. */
  private void draw(Played played, Path file) throws IOException {
    try {
      new NightChart(played.ledger(), played.capacities()).write(file);
      say("Chart:   %s", Files.exists(file) ? shown(file) : "none, there are no nights");
    } catch (RuntimeException | LinkageError | InternalError e) {
      say("No chart: this Java cannot draw, fontconfig and a font may be missing: %s", e);
    }
  }

  private Trace readTrace() {
    Trace whole = data == null ? TraceReader.builtIn() : TraceReader.read(data);
    Trace trace = limit == null ? whole : whole.first(limit);
    say("Read %,d rows of %s", trace.rows().size(), trace.name());
    return trace;
  }

  private static Path shown(Path file) {
    return file.toAbsolutePath().normalize();
  }

  private void say(String format, Object... values) {
    writer().println(String.format(Locale.ROOT, format, values));
    writer().flush();
  }

  private PrintWriter writer() {
    return spec.commandLine().getOut();
  }
}
