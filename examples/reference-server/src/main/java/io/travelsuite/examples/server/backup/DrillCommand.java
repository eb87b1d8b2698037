package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.database.EmbeddedDatabase;
import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.examples.program.Programs;
import io.travelsuite.jdbc.backup.DatabaseTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "drill",
    mixinStandardHelpOptions = true,
    description = {
      "Rehearses the loss of a database: sells, backs up, sells on, kills the server, restores to",
      "a fresh one, verifies, reconciles payments, and tells recovery point and recovery time.",
      "Without --jdbc-url on embedded servers. Never on a database that anybody needs."
    })
final class DrillCommand implements Callable<Integer> {

  private static final int MOST_SALES = 1_000_000;

  @Mixin private final BackupOptions options = new BackupOptions();

  @Option(names = "--jdbc-url", description = "An empty database that will be lost.")
  private @Nullable String jdbcUrl;

  @Option(names = "--kill", description = "Shell command that kills its server; with --jdbc-url.")
  private @Nullable String kill;

  @Option(
      names = "--fresh",
      description = "Shell command that starts another server and prints its JDBC URL last.")
  private @Nullable String fresh;

  @Option(
      names = "--sales",
      defaultValue = "200",
      description = "Bookings before the backup, and a tenth of it after; default: 200.")
  private int sales;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    Programs.checkRange(spec.commandLine(), "--sales", sales, MOST_SALES);
    PrintWriter out = spec.commandLine().getOut();
    if (jdbcUrl == null) {
      return embedded(out);
    }
    if (kill == null || fresh == null) {
      throw new BadInputException("--jdbc-url needs --kill and --fresh", null);
    }
    String killing = kill;
    String starting = fresh;
    DrillServers servers =
        new DrillServers(jdbcUrl, () -> Shell.run(killing), () -> Shell.lastLine(starting));
    return run(servers, BackupOptions.ofPath(), out);
  }

  private int embedded(PrintWriter out) {
    try (EmbeddedDatabase lost = EmbeddedDatabase.start();
        EmbeddedServer found = new EmbeddedServer()) {
      DrillServers servers = new DrillServers(lost.jdbcUrl(), lost::kill, found::start);
      DatabaseTools tools =
          new DatabaseTools(lost.program("mariadb-dump"), lost.program("mariadb"));
      return run(servers, tools, out);
    }
  }

  private int run(DrillServers servers, DatabaseTools tools, PrintWriter out) {
    try {
      Path folder = Files.createTempDirectory("travel-drill");
      Path journal = folder.resolve("erasures");
      try {
        Drill drill = new Drill(options, servers, tools, new Drill.Telling(out, journal));
        return BackupCommands.exitCode(drill.run(sales));
      } finally {
        Files.deleteIfExists(journal);
        Files.delete(folder);
      }
    } catch (IOException e) {
      throw new BadInputException("no journal of erasures can be written here", e);
    }
  }

  /** Started when it is needed: that time is part of a recovery. */
  private static final class EmbeddedServer implements AutoCloseable {

    private @Nullable EmbeddedDatabase server;

    String start() {
      EmbeddedDatabase started = EmbeddedDatabase.start();
      server = started;
      return started.jdbcUrl();
    }

    @Override
    public void close() {
      if (server != null) {
        server.close();
      }
    }
  }
}
