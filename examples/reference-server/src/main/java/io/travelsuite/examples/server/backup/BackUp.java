package io.travelsuite.examples.server.backup;

import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.backup.BackupManifest;
import io.travelsuite.security.backup.BackupRetention;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Makes a backup, and deletes those that need not be kept.")
final class BackUp implements Callable<Integer> {

  @Mixin private final BackupOptions options = new BackupOptions();

  @Option(
      names = "--jdbc-url",
      required = true,
      defaultValue = "${env:TRAVEL_JDBC_URL}",
      description = "The database, with user and password; default: TRAVEL_JDBC_URL.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private String jdbcUrl;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Override
  public Integer call() {
    try (OpenDatabase source = new OpenDatabase(jdbcUrl)) {
      BackupFolder folder = options.folder(source.database().dataSource());
      BackupManifest made = options.backups(folder, BackupOptions.ofPath()).make(source.database());
      int deleted = folder.prune(BackupRetention.DEFAULT).size();
      PrintWriter out = spec.commandLine().getOut();
      out.println(DrillReport.backup(made) + "; " + deleted + " old backups deleted");
      return BackupCommands.exitCode(true);
    }
  }
}
