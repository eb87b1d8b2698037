package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.program.BadInputException;
import io.travelsuite.jdbc.DatabaseTime;
import io.travelsuite.jdbc.backup.DatabaseTools;
import io.travelsuite.jdbc.backup.JdbcBackup;
import io.travelsuite.jdbc.backup.RestoreCheck;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.data.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where backups are, by which key, and with which programs. */
final class BackupOptions {

  @Option(
      names = "--folder",
      required = true,
      description = "The folder of backups; better on another machine.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path folder;

  @Option(
      names = "--key-file",
      required = true,
      description = "Key ring: a line 'id base64' for each key, the current one first; chmod 600.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path keyFile;

  @Option(
      names = "--dump-program",
      description = "mariadb-dump or mysqldump, with words before it; default: of the PATH.")
  private @Nullable String dump;

  @Option(
      names = "--client-program",
      description = "mariadb or mysql, with words before it; default: of the PATH.")
  private @Nullable String client;

  /**
   * Reads the key ring and looks for the folder: what is wrong with them is told before long work.
   */
  KeyRing checked() {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException("--folder must be a folder that is there", null);
    }
    return KeyRing.read(keyFile);
  }

  /** The folder, by the clock of a database that lives. */
  BackupFolder folder(DataSource clock) {
    return BackupFolder.of(folder, checked(), new DatabaseTime(clock));
  }

  JdbcBackup backups(BackupFolder found, DatabaseTools unlessNamed) {
    return JdbcBackup.of(tools(unlessNamed), found).checking(RestoreCheck.payments());
  }

  static DatabaseTools ofPath() {
    return DatabaseTools.on(System.getenv().getOrDefault("PATH", ""));
  }

  private DatabaseTools tools(DatabaseTools unlessNamed) {
    return new DatabaseTools(words(dump, unlessNamed.dump()), words(client, unlessNamed.client()));
  }

  private static List<String> words(@Nullable String named, List<String> otherwise) {
    return named == null ? otherwise : List.of(named.strip().split("\\s+", -1));
  }
}
