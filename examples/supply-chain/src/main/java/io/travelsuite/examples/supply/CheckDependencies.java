package io.travelsuite.examples.supply;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program: tells what is not as it should be, and exits with 1 then. */
@Command(
    name = "check-dependencies",
    mixinStandardHelpOptions = true,
    description = "Judges a CycloneDX list by pinned hashes, reviews of licences, and OSV records.")
public final class CheckDependencies implements Callable<Integer> {

  @Option(names = "--sbom", required = true, description = "The list, in JSON.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path sbom;

  @Option(names = "--pins", description = "Hashes that jars must have.")
  private @Nullable Path pins;

  @Option(names = "--pin", description = "Write the hashes of --pins anew, and do nothing else.")
  private boolean pin;

  @Option(names = "--reviews", description = "The page with the table of reviews.")
  private @Nullable Path reviews;

  @Option(names = "--osv", description = "A folder of OSV records, unpacked.")
  private @Nullable Path osv;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private CheckDependencies() {}

  /**
   * Runs, and ends the JVM when something is wrong.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    int exitCode = commandLine().execute(arguments);
    if (exitCode != ExitCode.OK) {
      System.exit(exitCode); // Maven runs this in its own JVM, whose exit code it is then
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new CheckDependencies());
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Component> components = Bom.read(sbom);
    if (pin && pins != null) {
      Pins.of(components).write(pins);
      out.println(components.size() + " jars pinned");
      return ExitCode.OK;
    }
    List<String> faults = faults(components, out);
    faults.forEach(out::println);
    out.println(components.size() + " components, " + faults.size() + " faults");
    return faults.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private List<String> faults(List<Component> components, PrintWriter out) throws IOException {
    List<String> faults = new ArrayList<>();
    if (components.isEmpty()) {
      faults.add(sbom + " lists nothing");
    }
    if (pins != null) {
      faults.addAll(Pins.read(pins).faults(components));
    }
    if (reviews != null) {
      faults.addAll(Reviews.read(reviews).faults(components));
    }
    if (osv != null) {
      Audit audit = Audit.of(osv);
      out.println(audit.size() + " records of OSV");
      faults.addAll(audit.faults(components));
    }
    return faults;
  }
}
