package io.travelsuite.examples.gtfs;

import io.travelsuite.examples.program.OutputFolder;
import io.travelsuite.examples.program.ProgramDatabase;
import io.travelsuite.examples.program.Programs;
import io.travelsuite.examples.program.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Puts the timetable of a railway on sale in a real database, sells seats from stop to stop by
 * several threads at once, and checks that all departures are as the feed says and no seat is sold
 * twice.
 */
@Command(
    name = "gtfs-import",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    showDefaultValues = true,
    description = "Puts a railway's timetable on sale, and sells seats from stop to stop.",
    footer = "Exit code: 0 all is well; 1 a check or the database failed; 2 bad input.")
public final class GtfsImport implements Callable<Integer> {

  /** Within the 3,660 days up to which the library opens departures. */
  private static final int MOST_DAYS = 3_650;

  private static final int MOST_WORKERS = 128;
  private static final int MOST_PARTIES = 10_000_000;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--from", paramLabel = "DATE", description = "the first service day")
  private LocalDate from = LocalDate.of(2022, 1, 1);

  @Option(names = "--until", paramLabel = "DATE", description = "the last service day, included")
  private LocalDate until = LocalDate.of(2022, 12, 31);

  @Option(
      names = "--feed",
      paramLabel = "PATH",
      description = "a feed in GTFS, zip file or folder (default: VIA Rail Canada, inside)")
  private @Nullable Path feed;

  @Option(
      names = "--agency",
      paramLabel = "ID",
      description = "the one agency of the feed to import (default: all, as the first)")
  private @Nullable String agency;

  @Option(names = "--workers", paramLabel = "N", description = "how many sell at once")
  private int workers = 8;

  @Option(names = "--sample", paramLabel = "N", description = "how many departures are sold")
  private int sample = 300;

  @Option(names = "--parties", paramLabel = "N", description = "how many parties want seats")
  private int parties = 30_000;

  @Option(names = "--seed", paramLabel = "N", description = "other parties")
  private long seed = 1;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "a MySQL or MariaDB database with user and password, where tables may be made (default:"
              + " an embedded MariaDB)")
  private @Nullable String jdbcUrl;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the picture goes (default: this example's target/gtfs-import)")
  private @Nullable Path out;

  /** For picocli, and {@link #main}. */
  GtfsImport() {}

  /**
   * Imports; ends the JVM when something is wrong.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Programs.run(commandLine(), arguments);
  }

  /** The program without the end of the JVM. */
  static CommandLine commandLine() {
    return Programs.commandLine(new GtfsImport());
  }

  @Override
  public Integer call() throws IOException {
    Programs.checkRange(spec.commandLine(), "--workers", workers, MOST_WORKERS);
    Programs.checkRange(spec.commandLine(), "--sample", sample, MOST_PARTIES);
    Programs.checkRange(spec.commandLine(), "--parties", parties, MOST_PARTIES);
    if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
      throw wrong("--until must be 0 to " + MOST_DAYS + " days after --from, was: " + until);
    }
    Plan plan = Plan.of(Timetable.of(read()), from, until);
    Path folder = OutputFolder.create(out, GtfsImport.class, "gtfs-import");
    Report report = new Report(spec.commandLine().getOut());
    int connections = workers + 2; // one for each worker, and something to spare
    try (ProgramDatabase database = ProgramDatabase.of(jdbcUrl, connections);
        Workers threads = new Workers(workers)) {
      report.say(
          "%s, %s to %s, on %s", plan.timetable().agency().name(), from, until, database.product());
      return run(new Session(plan, threads, database, report), report, folder);
    }
  }

  private int run(Session session, Report report, Path folder) throws IOException {
    Imported imported = session.put();
    List<Run> some = Workload.sample(session.check(imported), sample);
    if (!some.isEmpty()) {
      session.sell(imported, some, parties, seed);
      session.verify(some);
      Run longest = Workload.longest(some);
      Path picture = folder.resolve("seats.svg");
      Files.writeString(picture, session.picture(longest));
      report.say("Picture of %s: %s", longest.name(), picture.toAbsolutePath().normalize());
    }
    return report.end() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private Feed read() {
    if (feed == null) {
      return FeedReader.builtIn();
    }
    Feed whole = FeedReader.read(feed);
    if (agency == null) {
      return whole;
    }
    if (!whole.agencies().containsKey(agency)) {
      throw wrong("--agency must be one of " + whole.agencies().keySet() + ", was: " + agency);
    }
    return whole.ofAgency(agency);
  }

  private ParameterException wrong(String rule) {
    return new ParameterException(spec.commandLine(), rule);
  }
}
