package io.travelsuite.examples.webhooks;

import io.travelsuite.examples.program.Programs;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges the webhooks of vector files and compares with what the files say. */
@Command(
    name = "webhook-vectors",
    mixinStandardHelpOptions = true,
    description =
        "Judges the webhooks of vector files, a line a case: provider, name, verdict (valid,"
            + " invalid or fetch-back) and reason.",
    footer = "Exit code: 0 all as the files say; 1 a verdict is not; 2 bad input.")
public final class CheckVectors implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "vector files, JSON")
  private List<Path> files = List.of();

  /** For picocli, and {@link #main}. */
  CheckVectors() {}

  /**
   * Judges; ends the JVM when something is wrong.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    Programs.run(commandLine(), arguments);
  }

  /** The program without the end of the JVM. */
  static CommandLine commandLine() {
    return Programs.commandLine(new CheckVectors());
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int wrong = 0;
    for (Path file : files) {
      for (VectorCase vector : VectorFile.read(file)) {
        Outcome outcome = Outcome.of(vector);
        boolean asSaid = outcome.isAsSaidBy(vector);
        out.println(line(vector, outcome, asSaid));
        wrong += asSaid ? 0 : 1;
      }
    }
    out.flush();
    return wrong == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static String line(VectorCase vector, Outcome outcome, boolean asSaid) {
    String line =
        "%s %s %s %s"
            .formatted(vector.provider(), vector.name(), outcome.verdict(), outcome.reason())
            .strip();
    String said = vector.isValid() ? Outcome.VALID : vector.error();
    return asSaid ? line : line + " MISMATCH: the file says " + said;
  }
}
