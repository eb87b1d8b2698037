package io.travelsuite.examples.server.backup;

import io.travelsuite.examples.program.BadInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Commands that start and kill servers. */
final class Shell {

  private Shell() {}

  static void run(String command) {
    output(command);
  }

  static String lastLine(String command) {
    List<String> lines = output(command);
    if (lines.isEmpty()) {
      throw new BadInputException("The command printed no URL: " + command, null);
    }
    return lines.get(lines.size() - 1);
  }

  /** Through a file, not a pipe: a server started by the command would hold the pipe open. */
  private static List<String> output(String command) {
    try {
      Path output = Files.createTempFile("drill-", ".out");
      try {
        Process shell =
            new ProcessBuilder("sh", "-c", command)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(output.toFile())
                .start();
        if (shell.onExit().join().exitValue() != 0) {
          throw new BadInputException("The command failed: " + command, null);
        }
        return Files.readAllLines(output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException e) {
      throw new BadInputException("The command can't be run: " + command, e);
    }
  }
}
