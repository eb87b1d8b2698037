package io.travelsuite.examples.server.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.travelsuite.examples.program.Programs;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The commands {@code backup}, {@code restore} and {@code drill}. */
@Command(
    name = "backups",
    mixinStandardHelpOptions = true,
    description = "Backs the database up, restores a backup, rehearses the loss of the database.")
public final class BackupCommands implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private BackupCommands() {}

  /**
   * Runs one of them.
   *
   * @param arguments its name and its options; {@code --help} lists them
   * @param environment where the secret that seals persons is, and the journal of erasures
   * @param out where it says what it did, and what is wrong
   * @return 0 when all is well, 1 when it is not, 2 for arguments that can't be
   */
  public static int run(String[] arguments, Map<String, String> environment, PrintStream out) {
    PrintWriter writer = new PrintWriter(out, true, UTF_8);
    return commandLine(environment).setOut(writer).setErr(writer).execute(arguments);
  }

  private static CommandLine commandLine(Map<String, String> environment) {
    CommandLine program = Programs.commandLine(new BackupCommands());
    program.addSubcommand(new BackUp());
    program.addSubcommand(new Restore(environment));
    program.addSubcommand(new DrillCommand());
    program.setParameterExceptionHandler(program.getParameterExceptionHandler());
    program.setExecutionExceptionHandler(program.getExecutionExceptionHandler());
    return program;
  }

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "backup, restore or drill?");
  }

  /** What a program exits with. */
  static int exitCode(boolean well) {
    return well ? ExitCode.OK : ExitCode.SOFTWARE;
  }
}
