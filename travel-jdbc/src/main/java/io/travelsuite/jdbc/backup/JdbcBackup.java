package io.travelsuite.jdbc.backup;

import io.travelsuite.security.backup.BackupException;
import io.travelsuite.security.backup.BackupFolder;
import io.travelsuite.security.backup.BackupManifest;
import io.travelsuite.security.backup.DumpContent;
import io.travelsuite.security.backup.NewBackup;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * Backs a database up by the server's own tools, in one consistent snapshot and without a lock
 * (InnoDB), sealed on its way; and restores it into an empty database with verification.
 *
 * <pre>{@code
 * JdbcBackup backups = JdbcBackup.of(DatabaseTools.on(System.getenv("PATH")), folder);
 * BackupManifest made = backups.make(database);
 * backups.restore(made.name(), scratch, List.of(restored -> erasure.replay())).orElseThrow();
 * }</pre>
 *
 * <p>Dumps tables, views and triggers of one schema; no accounts, routines or events. Thread-safe;
 * starts no thread, but a process of the tool for as long as a call runs.
 */
public final class JdbcBackup {

  private static final List<String> DUMP =
      List.of(
          "--single-transaction",
          "--quick",
          "--skip-lock-tables",
          "--skip-add-locks",
          "--skip-add-drop-table", // a restore never takes anything away
          "--skip-disable-keys",
          "--skip-comments",
          "--no-tablespaces", // else it asks for the PROCESS privilege
          "--hex-blob",
          "--default-character-set=utf8mb4");

  private static final List<String> DUMP_MYSQL =
      List.of("--set-gtid-purged=OFF", "--column-statistics=0");

  private final DatabaseTools tools;
  private final BackupFolder folder;
  private final List<RestoreCheck> checks;

  private JdbcBackup(DatabaseTools tools, BackupFolder folder, List<RestoreCheck> checks) {
    this.tools = tools;
    this.folder = folder;
    this.checks = List.copyOf(checks);
  }

  /**
   * {@return backups in a folder, whose restores check the inventory}
   *
   * @param tools the server's programs
   * @param folder where backups are kept
   */
  public static JdbcBackup of(DatabaseTools tools, BackupFolder folder) {
    return new JdbcBackup(tools, folder, List.of(RestoreCheck.inventory()));
  }

  /**
   * {@return the same with one more check of what was restored}
   *
   * @param check such as {@link RestoreCheck#payments()}
   */
  public JdbcBackup checking(RestoreCheck check) {
    List<RestoreCheck> all = new ArrayList<>(checks);
    all.add(check);
    return new JdbcBackup(tools, folder, all);
  }

  /** How a program dumps. */
  static List<String> options(Tool tool) {
    List<String> options = new ArrayList<>(DUMP);
    if (!tool.mariaDb()) {
      options.addAll(DUMP_MYSQL);
    }
    return List.copyOf(options);
  }

  /**
   * Backs up.
   *
   * @param database which
   * @return the backup's manifest
   * @throws BackupException if it can't be done; nothing is left of it then
   */
  public BackupManifest make(Database database) {
    Tool tool = Tool.of(tools.dump());
    List<String> options = new ArrayList<>(options(tool));
    options.add(database.access().database());
    try (NewBackup backup = folder.begin()) {
      RowCounter counter = new RowCounter(backup.stream());
      tool.run(database.access(), options, Tool.listening(counter));
      SchemaRows schema = new SchemaRows(database.dataSource());
      return backup.finish(
          new DumpContent(schema.server(), schema.libraryVersion(), counter.rows()));
    } catch (IOException | SQLException failure) {
      throw BackupException.failed("the database can't be backed up", failure);
    }
  }

  /**
   * Restores a backup into an empty database: all of it is checked first, then loaded, its rows
   * counted, what was erased since is erased again, and the rest verified. Only then is it written
   * down that a restore was tested.
   *
   * @param name of the backup
   * @param scratch an empty database
   * @param afterLoading what is done before anybody reads it: the replay of the erasure journal
   * @return {@link RestoreResult.Verified} or {@link RestoreResult.Differs}
   * @throws BackupException if the backup is not what was written, the database is not empty, or it
   *     can't be loaded; nothing was loaded of a backup that was altered
   * @throws io.travelsuite.security.data.KeyUnavailableException if its key can't be unwrapped
   */
  public RestoreResult restore(
      String name, Database scratch, List<Consumer<DataSource>> afterLoading) {
    long began = System.nanoTime();
    Tool tool = Tool.of(tools.client());
    BackupManifest manifest = folder.check(name);
    try {
      SchemaRows rows = new SchemaRows(scratch.dataSource());
      if (!rows.isEmpty()) {
        throw BackupException.failed("a backup is restored into an empty database only", null);
      }
      load(tool, name, scratch);
      long loaded = System.nanoTime();
      List<String> faults = new ArrayList<>(rows.faults(manifest.content()));
      afterLoading.forEach(step -> step.accept(scratch.dataSource()));
      checks.forEach(check -> faults.addAll(check.faults(scratch.dataSource())));
      if (!faults.isEmpty()) {
        return new RestoreResult.Differs(manifest, faults);
      }
      folder.restored(name);
      Duration loading = Duration.ofNanos(loaded - began);
      return new RestoreResult.Verified(
          manifest, loading, Duration.ofNanos(System.nanoTime() - loaded));
    } catch (IOException | SQLException failure) {
      throw BackupException.failed("the backup can't be restored", failure);
    }
  }

  private void load(Tool tool, String name, Database scratch) throws IOException {
    List<String> options =
        List.of("--default-character-set=utf8mb4", "--binary-mode", scratch.access().database());
    try (InputStream dump = folder.open(name)) {
      tool.run(scratch.access(), options, Tool.telling(dump));
    }
  }
}
