package io.travelsuite.examples.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder a server lives in: program, data, socket, log. Its path is short, since a socket's has
 * 107 characters at most, and it is in memory where there is room, where a flush waits for no disk.
 *
 * <p>A shell waits beside it for this JVM to end, however it ends (a hook of the JVM does not run
 * after SIGKILL), then kills the server and deletes the folder.
 */
final class ServerFolder implements AutoCloseable {

  private static final long ENOUGH_BYTES = 1L << 30;
  private static final int LONGEST_PARENT = 65;

  /** Its standard input ends with the JVM. The pid may be another program's by then: look first. */
  private static final String DELETE_AFTER_INPUT =
      """
      trap '' HUP INT TERM
      cat >/dev/null
      pid=$(cat "$0/pid" 2>/dev/null) && grep -qF "$0" "/proc/$pid/cmdline" 2>/dev/null \
        && kill -9 "$pid" && sleep 0.2
      rm -rf -- "$0"
      """;

  private final Path path;
  private final Process deletion;

  private ServerFolder(Path path) throws IOException {
    this.path = path;
    this.deletion =
        new ProcessBuilder("sh", "-c", DELETE_AFTER_INPUT, path.toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** A new folder in memory if there is room, else where temporary files go. */
  static ServerFolder create() throws IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    for (Path parent : List.of(Path.of("/dev/shm"), temporary, Path.of("/tmp"))) {
      if (isRoomy(parent) && runsPrograms(parent)) {
        return createIn(parent);
      }
    }
    throw new IOException(
        "A database needs 1 GB in /dev/shm, /tmp or " + temporary + ", mounted without noexec");
  }

  /** A new folder in this one, such as one on a real disk to measure on. */
  static ServerFolder createIn(Path parent) throws IOException {
    if (!isShort(parent)) {
      throw new IllegalArgumentException(
          "A path of " + LONGEST_PARENT + " characters at most, not " + parent);
    }
    return new ServerFolder(Files.createTempDirectory(parent.toRealPath(), "travel-db-"));
  }

  private static boolean isRoomy(Path parent) throws IOException {
    return Files.isWritable(parent)
        && Files.getFileStore(parent).getUsableSpace() > ENOUGH_BYTES
        && isShort(parent);
  }

  private static boolean isShort(Path parent) throws IOException {
    return parent.toRealPath().toString().length() <= LONGEST_PARENT;
  }

  /** False where the file system is mounted noexec, as a hardened machine's /dev/shm is. */
  static boolean runsPrograms(Path parent) throws IOException {
    Path probe = Files.createTempFile(parent, "travel-db-", ".probe");
    try {
      return probe.toFile().setExecutable(true) && Files.isExecutable(probe);
    } finally {
      Files.delete(probe);
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /** The end of the server's log, to show when it did not start. */
  String logTail() {
    try (Stream<String> lines = Files.lines(resolve("log"))) {
      List<String> all = lines.toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 20), all.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Deletes the folder, and returns when it is gone. */
  @Override
  public void close() throws IOException {
    deletion.getOutputStream().close();
    deletion.onExit().join();
  }
}
