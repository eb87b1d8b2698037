package io.travelsuite.examples.program;

import io.travelsuite.TravelException;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;

/** How a program is run, and what it says when it cannot go on. */
public final class Programs {

  private Programs() {}

  /**
   * Runs a program, and ends the JVM when something is wrong.
   *
   * @param program the program
   * @param arguments the user's
   */
  public static void run(CommandLine program, String[] arguments) {
    int exitCode = program.execute(arguments);
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode); // Maven runs this in its own JVM, whose exit code it is then
    }
  }

  /**
   * {@return a program that says in a line what is wrong: 2 is bad input, 1 all else}
   *
   * @param program the program
   */
  public static CommandLine commandLine(Callable<Integer> program) {
    return new CommandLine(program)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (exception, arguments) -> {
              String message = exception.getMessage() + " (--help lists the options)";
              exception.getCommandLine().getErr().println(message);
              return ExitCode.USAGE;
            })
        .setExecutionExceptionHandler(
            (exception, commandLine, parsed) -> failed(exception, commandLine));
  }

  /**
   * Refuses a number that is out of range.
   *
   * @param program the program
   * @param option its option
   * @param value what the user gave, which must be 1 at least
   * @param most the most it may be
   */
  public static void checkRange(CommandLine program, String option, int value, int most) {
    if (value < 1 || value > most) {
      String rule = option + " must be from 1 to " + most + ", was: " + value;
      throw new ParameterException(program, rule);
    }
  }

  /** A stack trace is for what nobody thought of. */
  private static int failed(Exception exception, CommandLine program) {
    PrintWriter err = program.getErr();
    if (exception instanceof BadInputException) {
      err.println(exception.getMessage());
      return ExitCode.USAGE;
    }
    SQLException atDatabase = causeOf(exception);
    if (atDatabase != null) {
      err.println("The database failed: " + atDatabase.getMessage());
    } else if (exception instanceof TravelException) {
      err.println(program.getCommandName() + " failed: " + exception.getMessage());
    } else {
      exception.printStackTrace(err);
    }
    return ExitCode.SOFTWARE;
  }

  private static @Nullable SQLException causeOf(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
