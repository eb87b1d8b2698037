package io.travelsuite.jdbc.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.security.backup.BackupException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the server's programs. */
final class Tool {

  private static final long END_SECONDS = 60;
  private static final Pattern NUMBER = Pattern.compile("(?i)\\berror:?\\s+(\\d{3,5})");
  private static final Pattern OPTION = Pattern.compile("unknown (?:option|variable) '[^'=]*");

  private final List<String> command;
  private final boolean mariaDb;

  private Tool(List<String> command, boolean mariaDb) {
    this.command = command;
    this.mariaDb = mariaDb;
  }

  /**
   * Asks a program for its version, by which its options are.
   *
   * @throws BackupException if it can't be run; the message says what to install
   */
  static Tool of(List<String> command) {
    List<String> asking = new ArrayList<>(command);
    asking.add("--version");
    try {
      Process process =
          new ProcessBuilder(asking).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      String version = new String(process.getInputStream().readNBytes(1_000), UTF_8);
      end(process, command, "");
      return new Tool(command, version.contains("MariaDB"));
    } catch (IOException missing) {
      throw BackupException.failed(
          name(command)
              + " can't be run: install the server's client programs (Debian: mariadb-client or"
              + " mysql-client), or name them in DatabaseTools",
          null);
    }
  }

  boolean mariaDb() {
    return mariaDb;
  }

  /** What is done with a running process; ends when its stream has ended. */
  interface Talk {
    void with(Process process) throws IOException;
  }

  /**
   * Runs it.
   *
   * @param options further options, behind the option file
   * @throws BackupException if it does not end well; the message tells its error's number alone
   */
  void run(DatabaseAccess access, List<String> options, Talk talk) throws IOException {
    try (OptionFolder folder = new OptionFolder(access, mariaDb)) {
      List<String> all = new ArrayList<>(command);
      all.add("--defaults-file=" + folder.options());
      all.addAll(options);
      Process process = new ProcessBuilder(all).redirectError(folder.errors().toFile()).start();
      try {
        talk(process, talk, folder);
      } finally {
        process.destroyForcibly();
      }
    }
  }

  /** Where the program ended, its own reason is told, not that its pipe broke. */
  private void talk(Process process, Talk talk, OptionFolder folder) throws IOException {
    try {
      talk.with(process);
    } catch (IOException broken) {
      process.destroy();
      end(process, command, folder.said());
      throw broken;
    }
    end(process, command, folder.said());
  }

  private static void end(Process process, List<String> command, String said) {
    try {
      boolean ended = process.waitFor(END_SECONDS, TimeUnit.SECONDS);
      if (!ended || process.exitValue() != 0) {
        String how = ended ? "ended with " + process.exitValue() : "does not end";
        throw BackupException.failed(name(command) + " " + how + reason(said), null);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw BackupException.failed(name(command) + " was interrupted", null);
    }
  }

  /** Its own words quote rows and accounts. */
  private static String reason(String said) {
    Matcher number = NUMBER.matcher(said);
    Matcher option = OPTION.matcher(said);
    if (number.find()) {
      return " (error " + number.group(1) + ")";
    }
    return option.find() ? " (" + option.group() + "': another release's program?)" : "";
  }

  private static String name(List<String> command) {
    String program = command.get(command.size() - 1);
    return program.substring(program.lastIndexOf('/') + 1);
  }

  /** Takes what it writes. */
  static Talk listening(OutputStream out) {
    return process -> {
      process.getOutputStream().close();
      process.getInputStream().transferTo(out);
    };
  }

  /** Tells it what to do. */
  static Talk telling(InputStream in) {
    return process -> {
      try (OutputStream out = process.getOutputStream()) {
        in.transferTo(out);
      }
      process.getInputStream().transferTo(OutputStream.nullOutputStream());
    };
  }
}
