package io.travelsuite.benchmarks.suite;

import io.travelsuite.benchmarks.report.Environment;
import io.travelsuite.benchmarks.report.Page;
import io.travelsuite.benchmarks.report.Results;
import io.travelsuite.benchmarks.report.Summary;
import io.travelsuite.benchmarks.report.Targets;
import io.travelsuite.examples.database.EmbeddedDatabase;
import io.travelsuite.examples.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how fast seats are sold, by the library and by what one would write without it. */
@Command(
    name = "run.sh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures how fast seats are sold, and writes a report.")
public final class Benchmarks implements Callable<Integer> {

  private static final int LONGEST_FOLDER = 65;

  private enum Length {
    quick,
    full
  }

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(paramLabel = "quick|full", description = "five minutes at most, or everything")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Length length;

  @Option(
      names = "--jdbc-url",
      paramLabel = "URL",
      description =
          "a MySQL or MariaDB server with user and password, who may create databases; 150"
              + " connections (default: an embedded MariaDB, on disk)")
  private @Nullable String jdbcUrl;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where results.json, report.html and the charts go (default: target/report)")
  private Path out = Path.of("target", "report");

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "only these: ${COMPLETION-CANDIDATES}")
  private Set<Part> only = EnumSet.allOf(Part.class);

  /** For picocli. */
  Benchmarks() {}

  /**
   * Measures; ends the JVM.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.setProperty("java.awt.headless", "true");
    System.exit(
        new CommandLine(new Benchmarks())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Files.createDirectories(out);
    Form form = length == Length.full ? Form.full() : Form.quick();
    if (jdbcUrl != null) {
      return measure(form, jdbcUrl);
    }
    try (EmbeddedDatabase server = EmbeddedDatabase.startIn(onDisk())) {
      return measure(form, server.jdbcUrl());
    }
  }

  /** The report's folder if its path is short enough for a server's socket. */
  private Path onDisk() throws IOException {
    Path folder = out.toRealPath();
    return folder.toString().length() <= LONGEST_FOLDER
        ? folder
        : Path.of(System.getProperty("java.io.tmpdir"));
  }

  private int measure(Form form, String url) throws IOException, InterruptedException {
    Log log = new Log(spec.commandLine().getOut());
    Environment environment = Environment.of(url);
    log.say("%s on %s %s", form.name(), environment.database(), environment.durability());
    Bench bench = new Bench(form, TestDatabase.at(url), new Pools(), new Results(), log);
    boolean well = new Parts(bench, out).run(only, () -> report(bench, environment));
    log.say("%s", out.resolve("report.html").toAbsolutePath().normalize());
    return well ? 0 : 1;
  }

  private void report(Bench bench, Environment environment) throws IOException {
    Summary summary =
        new Summary(
            bench.form().name(),
            bench.log().minutes(),
            environment.database(),
            environment.durability(),
            environment.machine(),
            bench.pools().found(),
            bench.results().all(),
            Targets.of(bench.results()));
    summary.write(out.resolve("results.json"));
    new Page(summary, bench.results()).write(out);
  }
}
