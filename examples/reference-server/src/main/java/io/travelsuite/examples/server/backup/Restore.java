package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.jdbc.backup.RestoreResult;
import io.travelsuite.jdbc.backup.RestoreResult.Differs;
import io.travelsuite.jdbc.backup.RestoreResult.Verified;
import io.travelsuite.security.backup.BackupFolder;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
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
      names = "--verify",
      description = "Done in any case; said by scripts that want to be read.")
  private boolean verify;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (OpenDatabase scratch = new OpenDatabase(into)) {
      BackupFolder folder = options.folder(scratch.database().dataSource());
      RestoreResult result =
          options
              .backups(folder, BackupOptions.ofPath())
              .restore(name == null ? newest(folder) : name, scratch.database(), List.of());
      PrintWriter out = spec.commandLine().getOut();
      if (result instanceof Differs differs) {
        differs.faults().forEach(out::println);
      } else if (result instanceof Verified verified) {
        out.println(DrillReport.restored(verified) + (verify ? "" : ", as always"));
      }
      return BackupCommands.exitCode(result instanceof Verified);
    }
  }

  private static String newest(BackupFolder folder) {
    return folder.names().stream()
        .findFirst()
        .orElseThrow(() -> new BadInputException("--folder has no backup", null));
  }
}
