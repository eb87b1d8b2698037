package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.examples.server.person.PersonKeys;
import io.travelsuite.jdbc.backup.RestoreResult;
import io.travelsuite.jdbc.backup.RestoreResult.Differs;
import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.erasure.ErasureJournal;
import io.travelsuite.security.secret.EnvironmentSecrets;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = "Restores a backup into an empty database, and verifies it.")
final class Restore implements Callable<Integer> {

  @Mixin private final BackupOptions options = new BackupOptions();

  @Option(
      names = "--into",
      required = true,
      description = "JDBC URL of an empty database, with user and password.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String into;

  @Option(names = "--name", description = "Which backup; default: the newest.")
  private @Nullable String name;

  @Option(
      names = "--erasure-journal",
      description = "Who was erased since; default: TRAVEL_ERASURE_JOURNAL.")
  private @Nullable Path journal;

  @Option(
      names = "--nobody-erased",
      description = "There is no such journal: whoever is in the backup is told of again.")
  private boolean nobodyErased;

  @Option(
      names = "--verify",
      description = "Done in any case; said by scripts that want to be read.")
  private boolean verify;

  private final Map<String, String> environment;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  Restore(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Consumer<DataSource>> steps = steps(out); // before anything is loaded
    try (OpenDatabase scratch = new OpenDatabase(into)) {
      BackupFolder folder = options.folder(scratch.database().dataSource());
      RestoreResult result =
          options
              .backups(folder, BackupOptions.ofPath())
              .restore(name == null ? newest(folder) : name, scratch.database(), steps);
      if (result instanceof Differs differs) {
        differs.faults().forEach(out::println);
      } else if (result instanceof Verified verified) {
        out.println(DrillReport.restored(verified) + (verify ? "" : ", as always"));
      }
      return BackupCommands.exitCode(result instanceof Verified);
    }
  }

  private List<Consumer<DataSource>> steps(PrintWriter out) {
    String told = environment.get("TRAVEL_ERASURE_JOURNAL");
    Path file = journal == null && told != null && !told.isBlank() ? Path.of(told) : journal;
    if (file == null) {
      if (!nobodyErased) {
        throw new BadInputException("restore needs --erasure-journal, or --nobody-erased", null);
      }
      return List.of();
    }
    if (nobodyErased) {
      throw new BadInputException("--nobody-erased can't be said where there is a journal", null);
    }
    if (!Files.isRegularFile(file)) {
      throw new BadInputException("--erasure-journal must be a file that is there", null);
    }
    PersonKeys keys =
        new EnvironmentSecrets(environment)
            .find("TRAVEL_PERSONAL_DATA_KEY")
            .map(PersonKeys::of)
            .orElseThrow(
                () -> new BadInputException("TRAVEL_PERSONAL_DATA_KEY must be given", null));
    return List.of(new ErasedAgain(keys, new ErasureJournal(file), out));
  }

  private static String newest(BackupFolder folder) {
    return folder.names().stream()
        .findFirst()
        .orElseThrow(() -> new BadInputException("--folder has no backup", null));
  }
}
