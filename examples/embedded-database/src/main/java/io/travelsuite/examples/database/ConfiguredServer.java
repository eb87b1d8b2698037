package io.travelsuite.examples.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A server that somebody else runs, named by environment variables. */
final class ConfiguredServer implements DatabaseServer {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String jdbcUrl;
  private final @Nullable String killCommand;
  private final @Nullable String restartCommand;
  private final @Nullable String programs;

  ConfiguredServer(String jdbcUrl, Map<String, String> environment) {
    this.jdbcUrl = jdbcUrl;
    this.killCommand = environment.get("TRAVEL_TEST_DB_KILL");
    this.restartCommand = environment.get("TRAVEL_TEST_DB_RESTART");
    this.programs = environment.get("MYSQL_REAL_HOME");
  }

  @Override
  public String jdbcUrl() {
    return jdbcUrl;
  }

  @Override
  public boolean canKill() {
    return killCommand != null && restartCommand != null;
  }

  @Override
  public void kill() {
    run("TRAVEL_TEST_DB_KILL", killCommand);
  }

  @Override
  public void restart() {
    run("TRAVEL_TEST_DB_RESTART", restartCommand);
    Connections.await(jdbcUrl, PATIENCE, () -> true);
  }

  /** Of the unpacked server, with the loader and the libraries that came with it. */
  @Override
  public List<String> program(String name) {
    if (programs == null || !Files.exists(Path.of(programs, "root/usr/bin", name))) {
      return List.of(name);
    }
    String libraries = programs + "/root/usr/lib/x86_64-linux-gnu";
    return List.of(
        libraries + "/ld-linux-x86-64.so.2",
        "--library-path",
        libraries + ":" + programs + "/root/usr/lib/mysql/private",
        programs + "/root/usr/bin/" + name);
  }

  /** Through a file, not a pipe: a server started by the command would hold the pipe open. */
  private static void run(String variable, @Nullable String command) {
    if (command == null) {
      throw new IllegalStateException("Set " + variable + " to a command, or use killable()");
    }
    try {
      Path output = Files.createTempFile("travel-db-", ".out");
      Process shell =
          new ProcessBuilder("sh", "-c", command)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = shell.onExit().join().exitValue();
      String said = Files.readString(output);
      Files.delete(output);
      if (exit != 0) {
        throw new IllegalStateException(variable + " ended with " + exit + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
