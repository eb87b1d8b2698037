package io.travelsuite.jdbc.group;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs a shell command to its end. */
final class Shell {

  private Shell() {}

  /** Through a file, not a pipe: a server started by the command would hold the pipe open. */
  static void run(String command) {
    try {
      Path output = Files.createTempFile("travel-group-", ".out");
      Process shell =
          new ProcessBuilder("sh", "-c", command)
              .redirectInput(new File("/dev/null"))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      int exit = shell.onExit().join().exitValue();
      String said = Files.readString(output);
      Files.delete(output);
      if (exit != 0) {
        throw new AssertionError("ended with " + exit + ": " + said);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
