package io.travelsuite.jdbc.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A program in a JVM of its own, on the same class path; what it prints is read here. */
public final class ChildJvm implements AutoCloseable {

  /** Of this JVM, whose tests do not live long either. */
  private static final List<String> OPTIONS =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .filter(argument -> argument.startsWith("-XX:"))
          .toList();

  private final Process process;
  private final BufferedReader output;
  private final List<String> lines = new ArrayList<>();

  private ChildJvm(Process process) {
    this.process = process;
    output = process.inputReader();
  }

  /** Starts a program that is on the class path of the tests. */
  public static ChildJvm start(Class<?> program, List<String> arguments) throws IOException {
    return start(System.getProperty("java.class.path"), program, arguments);
  }

  /** Starts a program on a class path of its own. */
  public static ChildJvm start(String classPath, Class<?> program, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.add("-cp");
    command.add(classPath);
    command.add(program.getName());
    command.addAll(arguments);
    return new ChildJvm(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** Kills it at the first line that this is true of, and returns all lines it ever printed. */
  public List<String> killAt(Predicate<String> moment) throws IOException {
    String line = output.readLine();
    while (line != null) {
      lines.add(line);
      if (moment.test(line)) {
        process.toHandle().destroyForcibly(); // which, unlike the process's own, leaves the output
        process.onExit().join();
        output.lines().forEach(lines::add); // what was on its way
        return lines;
      }
      line = output.readLine();
    }
    throw new AssertionError("it ended by itself, having printed " + lines);
  }

  /** Waits until it ends by itself; what it ended with. */
  public int end() {
    output.lines().forEach(lines::add);
    return process.onExit().join().exitValue();
  }

  /** What it has printed. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
